"""A strip of up to three numbers."""

import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock

from blocks.addresses import host_of, safe_address
from blocks.day import DayBlock
from blocks.groups import FACTS
from blocks.preview import PreviewedBlock
from blocks.validation import ClearMessages
from blocks.verbatim import VerbatimCharBlock
from common.dates import number as written

__all__ = ["FactBlock", "FactsBlock"]

AT_MOST = 3


def _preview():
    return {
        "items": [
            {"number": "13", "label": gettext("participants with a confirmed record")},
            {"number": "27", "label": gettext("signatories of the Declaration on record")},
            {"number": "17", "label": gettext("countries")},
        ],
        "as_of": datetime.date(2026, 11, 23),
        "source": "",
    }


def _preview_fact():
    return {"number": "13", "label": gettext("participants with a confirmed record")}


class FactBlock(ClearMessages, PreviewedBlock, StructBlock):
    """One number and what it counts."""

    number = VerbatimCharBlock(max_length=16, label=_("Number"), help_text=_("Write thousands without separators."))
    label = CharBlock(max_length=120, label=_("What it counts"))

    class Meta:
        icon = "order"
        label = _("Number")
        group = FACTS
        description = _("One number and what it counts.")
        template = "blocks/fact.html"
        required_messages = {
            "number": _("Write the number."),
            "label": _("Write what the number counts."),
        }
        preview_value = staticmethod(_preview_fact)

    def get_context(self, value, parent_context=None):
        """Write the number as the reader's language does.

        Args:
            value: The struct value.
            parent_context: The context of the page.

        Returns:
            The context with `number`.
        """
        context = super().get_context(value, parent_context)
        number = str(value.get("number") or "")
        context["number"] = written(int(number)) if number.isdecimal() and number.isascii() else number
        return context


class FactsBlock(ClearMessages, PreviewedBlock, StructBlock):
    """At most three numbers with the date they were true."""

    items = ListBlock(FactBlock(), min_num=1, max_num=AT_MOST, label=_("Numbers"))
    as_of = DayBlock(required=False, label=_("As of"))
    source = VerbatimCharBlock(required=False, max_length=500, label=_("Source"))

    class Meta:
        icon = "order"
        label = _("Facts")
        group = FACTS
        description = _("At most three numbers, with the date on which they were right and where they come from.")
        template = "blocks/facts.html"
        preview_value = staticmethod(_preview)

    def get_context(self, value, parent_context=None):
        """Prepare the source.

        Args:
            value: The struct value.
            parent_context: The context of the page.

        Returns:
            The context with `source_url` and `source_host`.
        """
        context = super().get_context(value, parent_context)
        context["source_url"] = safe_address(value.get("source"))
        context["source_host"] = host_of(context["source_url"])
        return context
