"""Figures that are counted from the records whenever a reader asks, so that no text contradicts another."""

import datetime
from collections.abc import Callable, Mapping

from django.forms import CheckboxSelectMultiple
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, DateBlock, MultipleChoiceBlock, StructBlock

from blocks.groups import FACTS
from blocks.preview import PreviewedBlock
from blocks.validation import ClearMessages

__all__ = ["FIGURES", "LiveFiguresBlock", "figures_from"]

Source = Callable[[datetime.date | None], Mapping[str, int]]
FIGURES = [
    ("participants", _("Participants")),
    ("countries", _("Countries of participants")),
    ("signatories", _("Signatories of the Declaration")),
    ("signatory_countries", _("Countries of signatories")),
]
SAMPLE = {"participants": 13, "countries": 8, "signatories": 27, "signatory_countries": 14}


class _Counting:
    """Who counts: one source, registered by the room that keeps the records."""

    source: Source | None = None


def figures_from(source: Source) -> Source:
    """Register the function that counts; a decorator.

    Args:
        source: Takes a date, or None for today, and returns a number for each name in `FIGURES`.

    Returns:
        The function itself.

    Raises:
        ValueError: If another function is registered.
    """
    if _Counting.source not in (None, source):
        raise ValueError(f"{_Counting.source} counts already.")
    _Counting.source = source
    return source


def _words(name: str, count: int) -> str:
    """What a number counts, in the grammatical number that goes with it."""
    if name == "participants":
        return ngettext("participant", "participants", count)
    if name == "signatories":
        return ngettext("signatory of the Declaration", "signatories of the Declaration", count)
    if name == "countries":
        return ngettext("country with participants", "countries with participants", count)
    return ngettext("country with signatories", "countries with signatories", count)


def _preview():
    return {"title": gettext("The Alliance in figures"), "show": [name for name, _label in FIGURES[:3]], "as_of": None}


class LiveFiguresBlock(ClearMessages, PreviewedBlock, StructBlock):
    """Participants, signatories and countries as the records have them."""

    title = CharBlock(required=False, max_length=120, label=_("Title"))
    show = MultipleChoiceBlock(choices=FIGURES, widget=CheckboxSelectMultiple, label=_("Figures"))
    as_of = DateBlock(
        required=False, label=_("As of"), help_text=_("Empty: as of the day on which a reader opens the page.")
    )

    class Meta:
        icon = "order"
        label = _("Live figures")
        group = FACTS
        description = _("Participants, signatories and countries, counted from the records and never typed.")
        template = "blocks/live_figures.html"
        required_messages = {"show": _("Choose at least one figure.")}
        preview_value = staticmethod(_preview)

    def get_context(self, value, parent_context=None):
        """Count.

        Args:
            value: The struct value.
            parent_context: The context of the page.

        Returns:
            The context with `figures`, pairs of (words, number), and `counted`, the date they hold for.
        """
        context = super().get_context(value, parent_context)
        day = value.get("as_of")
        count = SAMPLE if context.get("is_block_preview") or _Counting.source is None else _Counting.source(day)
        chosen = [name for name, _label in FIGURES if name in (value.get("show") or [])]
        context["figures"] = [(_words(name, count[name]), count[name]) for name in chosen]
        context["counted"] = day or timezone.localdate()
        return context
