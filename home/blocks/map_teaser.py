"""The network on the map."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.section import GROUP, SectionBlock

__all__ = ["MapTeaserBlock"]


def _preview():
    return {
        "title": gettext("Cities and regions that keep the conversation open"),
        "text": gettext("Towns, cities and regions share what they learn and speak up against anti-Gypsyism."),
        "note": "",
        "with_facts": True,
    }


class MapTeaserBlock(SectionBlock):
    """The map of the network beside a few words, its numbers, and the way to the list."""

    title = blocks.CharBlock(label=_("Heading"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), max_length=400, required=False)
    note = blocks.TextBlock(
        label=_("Note"), max_length=300, required=False, help_text=_("For example, how the records are counted.")
    )
    with_facts = blocks.BooleanBlock(label=_("Show the numbers"), required=False, default=True)

    class Meta:
        icon = "site"
        group = GROUP
        label = _("Map of the network")
        description = _("The map beside a few words, its numbers, and the way to the list of members.")
        template = "home/blocks/map_teaser.html"
        preview_value = staticmethod(_preview)
