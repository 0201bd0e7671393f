"""What can be wrong with a file or a part of it."""


class UnreadableFileError(ValueError):
    """A file as a whole is of no use; the message says why, for the person who sent it."""


class RefusedError(ValueError):
    """One segment of a file cannot be taken in; the message says why, for the person who sent it."""


class ChangedSourceError(RefusedError):
    """The source of a segment is another one by now."""
