"""Several people speak."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.quote import QuoteBlock
from home.blocks.section import GROUP, SectionBlock

__all__ = ["VoicesBlock"]


def _preview():
    quote = {"type": "quote", "value": QuoteBlock().get_preview_value()}
    return {
        "title": gettext("Voices"),
        "introduction": gettext("Each is quoted with the office held on the day."),
        "quotes": [quote, quote],
    }


class VoicesBlock(SectionBlock):
    """Two to six quotations side by side."""

    title = blocks.CharBlock(label=_("Heading"), max_length=60)
    introduction = blocks.TextBlock(label=_("Introduction"), max_length=300, required=False)
    quotes = blocks.StreamBlock(
        [("quote", QuoteBlock(label=_("Quotation")))], label=_("Quotations"), min_num=2, max_num=6
    )

    class Meta:
        icon = "group"
        group = GROUP
        label = _("Voices")
        description = _("Two to six quotations side by side.")
        template = "home/blocks/voices.html"
        preview_value = staticmethod(_preview)
