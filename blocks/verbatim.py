"""Text that stays the same in every language: names, references, numbers."""

from wagtail.blocks import CharBlock, TextBlock

__all__ = ["VerbatimCharBlock", "VerbatimTextBlock"]


class _Verbatim:
    def get_translatable_segments(self, value):
        """Give translators nothing.

        Args:
            value: The text.

        Returns:
            An empty list.
        """
        return []

    def restore_translated_segments(self, value, segments):
        """Keep the text as it is.

        Args:
            value: The text.
            segments: What translators sent; ignored.

        Returns:
            The text itself.
        """
        return value


class VerbatimCharBlock(_Verbatim, CharBlock):
    """One line that is never translated, such as a person's name."""


class VerbatimTextBlock(_Verbatim, TextBlock):
    """Several lines that are never translated, such as words in their original language."""
