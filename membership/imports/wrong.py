"""What can be wrong with a file, or with one line of it."""

__all__ = ["FileRefusedError", "RowRefusedError"]


class FileRefusedError(Exception):
    """The file cannot be used; its text is a sentence for the person who brought it."""


class RowRefusedError(Exception):
    """A line cannot be used; its text is a sentence, or several."""
