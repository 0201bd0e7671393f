"""Running text."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RichTextBlock

from blocks.groups import TEXT
from blocks.links import expanded
from blocks.preview import PreviewedBlock
from common.rich_text import FEATURES

__all__ = ["ParagraphBlock"]


def _preview():
    first = gettext("A town opened its council to the families of one quarter, and asked them what to do first.")
    second = gettext("Their answer was short: papers, a bus stop, and a teacher who speaks Romani.")
    return f"<p>{first}</p><p>{second}</p>"


class ParagraphBlock(PreviewedBlock, RichTextBlock):
    """One or more paragraphs with links, lists and emphasis."""

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        group = TEXT
        description = _("Paragraphs, lists and links. Use a heading or a quotation block for those.")
        template = "blocks/paragraph.html"
        preview_value = staticmethod(_preview)

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("features", FEATURES)
        super().__init__(*args, **kwargs)

    def get_context(self, value, parent_context=None):
        """Resolve the links to pages.

        Args:
            value: Rich text.
            parent_context: The context of the page; `page_links` holds the pages that it links to.

        Returns:
            The context with `html`.
        """
        context = super().get_context(value, parent_context)
        context["html"] = expanded(value.source, context) if value else ""
        return context
