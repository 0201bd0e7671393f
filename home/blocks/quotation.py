"""The quotation that opens the front page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.quote import QuoteBlock
from home.blocks.section import GROUP, SectionBlock

__all__ = ["QuotationBlock"]


def _preview():
    return {"quote": QuoteBlock().get_preview_value(), "story": None}


class QuotationBlock(SectionBlock):
    """One quotation as large as a headline, with a link to the story it comes from."""

    quote = QuoteBlock(label=_("Quotation"))
    story = blocks.PageChooserBlock(
        "news.NewsPage",
        label=_("Story"),
        required=False,
        help_text=_("The story in which the person is quoted; readers get a link to it."),
    )

    class Meta:
        icon = "openquote"
        group = GROUP
        label = _("Quotation, large")
        description = _("One quotation as large as a headline. Once on a page, at its top.")
        template = "home/blocks/quotation.html"
        preview_value = staticmethod(_preview)

    def get_context(self, value, parent_context=None):
        """Add ``story``, where the link to the story leads, in the reader's language.

        Args:
            value: the block's own words.
            parent_context: the context of the page.
        """
        context = super().get_context(value, parent_context=parent_context)
        chosen = value.get("story")
        context["story"] = (context.get("page_links") or {}).get(chosen.pk) if chosen else None
        return context
