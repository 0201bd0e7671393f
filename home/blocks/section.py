"""What all sections of the front page share."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.preview import PreviewedBlock
from blocks.validation import ClearMessages
from home import queries

__all__ = ["GROUP", "SectionBlock"]

GROUP = _("Front page")


class SectionBlock(ClearMessages, PreviewedBlock, blocks.StructBlock):
    """A section whose rows were read once for the whole page and stand in the context as ``front``."""

    def get_context(self, value, parent_context=None):
        """Add ``front`` and ``anchor``; a preview without a page gets rows of the active language.

        Args:
            value: the block's own words.
            parent_context: the context of the page.
        """
        context = super().get_context(value, parent_context=parent_context)
        if not context.get("front"):
            context["front"] = queries.sample(self.name, value)
        context["anchor"] = f"section-{self.name.replace('_', '-')}"
        return context
