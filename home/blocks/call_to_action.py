"""Ways to take part at the end of the front page."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.section import GROUP, SectionBlock

__all__ = ["CallToActionBlock", "DoorBlock", "NextDayBlock"]


class Tone(models.TextChoices):
    """The colour of the line above a door; it says nothing by itself."""

    SKY = "sky", _("Sky")
    EARTH = "earth", _("Earth")


class DoorLinkBlock(blocks.StructBlock):
    """A link to a page of this site."""

    page = blocks.PageChooserBlock(label=_("Page"))
    label = blocks.CharBlock(
        label=_("Words of the link"), max_length=60, required=False, help_text=_("The page's title where left empty.")
    )

    class Meta:
        icon = "link"
        label = _("Link")


class DoorBlock(blocks.StructBlock):
    """A heading, a few words, and one or two links."""

    kicker = blocks.CharBlock(label=_("Line above the heading"), max_length=60, required=False)
    title = blocks.CharBlock(label=_("Heading"), max_length=80)
    text = blocks.TextBlock(label=_("Text"), max_length=300, required=False)
    links = blocks.StreamBlock([("link", DoorLinkBlock())], label=_("Links"), max_num=2, required=False)
    tone = blocks.ChoiceBlock(label=_("Colour of the line"), choices=Tone.choices, default=Tone.SKY)

    class Meta:
        icon = "arrow-right"
        label = _("Door")


class NextDayBlock(blocks.StructBlock):
    """The next of the days that matter, found by the calendar."""

    kicker = blocks.CharBlock(label=_("Line above the date"), max_length=60, default=_("Next day that matters"))
    tone = blocks.ChoiceBlock(label=_("Colour of the line"), choices=Tone.choices, default=Tone.EARTH)

    class Meta:
        icon = "date"
        label = _("Next day that matters")


def _preview():
    door = {
        "kicker": gettext("Take part"),
        "title": gettext("Bring your city in"),
        "text": gettext("Any local or regional authority can ask to join."),
        "links": [],
        "tone": Tone.SKY,
    }
    day = {"kicker": gettext("Next day that matters"), "tone": Tone.EARTH}
    doors = [{"type": "door", "value": door}, {"type": "next_day", "value": day}]
    return {"title": gettext("Ways to take part"), "doors": doors}


class CallToActionBlock(SectionBlock):
    """Up to four doors side by side; one of them may be the next day that matters."""

    title = blocks.CharBlock(
        label=_("Name of the section"), max_length=80, help_text=_("Read out by screen readers, not shown.")
    )
    doors = blocks.StreamBlock(
        [("door", DoorBlock()), ("next_day", NextDayBlock())],
        label=_("Doors"),
        min_num=1,
        max_num=4,
        block_counts={"next_day": {"max_num": 1}},
    )

    class Meta:
        icon = "rotate"
        group = GROUP
        label = _("Ways to take part")
        description = _("Up to four doors side by side; one of them may be the next day that matters.")
        template = "home/blocks/call_to_action.html"
        preview_value = staticmethod(_preview)

    def get_context(self, value, parent_context=None):
        """Add ``doors`` with their links in the reader's language, and the next day.

        Args:
            value: the block's own words.
            parent_context: the context of the page.
        """
        context = super().get_context(value, parent_context=parent_context)
        links = context.get("page_links") or {}
        context["doors"] = [
            {
                "value": door.value,
                "day": context["front"].day if door.block_type == "next_day" else None,
                "links": _links(door.value.get("links") or (), links),
            }
            for door in value["doors"]
        ]
        return context


def _links(chosen, links):
    """The links of a door that lead to a page which readers may see."""
    found = ((link.value.get("label"), links.get(getattr(link.value.get("page"), "pk", None))) for link in chosen)
    return [
        {"title": label or target.title, "url": target.url, "language": target.language}
        for label, target in found
        if target
    ]
