"""The quotation that opens the front page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.quote import QuoteBlock
from home.blocks.section import GROUP, SectionBlock

__all__ = ["QuotationBlock"]


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
        preview_value = {"quote": QuoteBlock().get_preview_value(), "story": None}
