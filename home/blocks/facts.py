"""The numbers of the network."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.section import GROUP, SectionBlock

__all__ = ["FactsBlock"]


def _preview():
    return {"title": gettext("The network in numbers"), "note": ""}


class FactsBlock(SectionBlock):
    """Participants, signatories and countries, counted from the records on the day they are read."""

    title = blocks.CharBlock(label=_("Heading"), max_length=120)
    note = blocks.TextBlock(label=_("Note"), max_length=300, required=False)

    class Meta:
        icon = "order"
        group = GROUP
        label = _("Numbers from the records")
        description = _("Participants, signatories and countries, counted from the records. Nobody types a number.")
        template = "home/blocks/facts.html"
        preview_value = staticmethod(_preview)
