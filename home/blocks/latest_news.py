"""The newest stories."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.section import GROUP, SectionBlock

__all__ = ["LatestNewsBlock"]


def _preview():
    return {"title": gettext("Latest news"), "count": 4}


class LatestNewsBlock(SectionBlock):
    """The newest stories as lines, without the one that leads the page."""

    title = blocks.CharBlock(
        label=_("Heading"),
        max_length=60,
        required=False,
        help_text=_("Leave empty when the list stands under a lead story."),
    )
    count = blocks.IntegerBlock(label=_("How many"), default=4, min_value=1, max_value=12)

    class Meta:
        icon = "list-ul"
        group = GROUP
        label = _("Latest news")
        description = _("The newest stories as lines, without the one that leads the page.")
        template = "home/blocks/latest_news.html"
        preview_value = staticmethod(_preview)
