"""A date that is known to the day, the month or the year."""

import datetime
import re

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ChoiceBlock, DateBlock, StructBlock, StructValue

from blocks.groups import FACTS
from blocks.preview import PreviewedBlock
from common.dates import DAY, MONTH, YEAR, machine, show

__all__ = ["DayBlock", "DayValue"]

WRITTEN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


class DayValue(StructValue):
    """A date with its precision."""

    def __bool__(self):
        return bool(self.get("date"))

    @property
    def words(self) -> str:
        """The date in the reader's language."""
        return show(self.get("date"), self.get("precision") or DAY)

    @property
    def machine(self) -> str:
        """The date for `<time datetime>`."""
        return machine(self.get("date"), self.get("precision") or DAY)


def _parts(value):
    """A struct's parts from a date, from text such as "2014-10", or from a dict."""
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return {"date": value, "precision": DAY}
    if isinstance(value, str):
        return _from_text(value)
    return value or {"date": None, "precision": DAY}


def _from_text(text):
    found = WRITTEN.match(text)
    if not found:
        return {"date": None, "precision": DAY}
    year, month, day = found.groups()
    precision = DAY if day else MONTH if month else YEAR
    return {"date": datetime.date(int(year), int(month or 1), int(day or 1)), "precision": precision}


class DayBlock(PreviewedBlock, StructBlock):
    """A day, a month or a year. A date or text such as "2014-10" is understood, too."""

    date = DateBlock(required=False, label=_("Date"))
    precision = ChoiceBlock(
        choices=[(DAY, _("to the day")), (MONTH, _("to the month")), (YEAR, _("to the year"))],
        default=DAY,
        search_index=False,
        label=_("Known"),
    )

    class Meta:
        icon = "date"
        label = _("Date")
        group = FACTS
        description = _("A date, as exactly as it is known.")
        template = "blocks/day.html"
        value_class = DayValue
        preview_value = {"date": datetime.date(2014, 10, 1), "precision": MONTH}

    def to_python(self, value):
        """Read a stored value.

        Args:
            value: A dict, a date, text or None.

        Returns:
            A `DayValue`.
        """
        return super().to_python(_parts(value))

    def bulk_to_python(self, values):
        """Read many stored values.

        Args:
            values: Dicts, dates, texts or None.

        Returns:
            A list of `DayValue`.
        """
        return super().bulk_to_python([_parts(value) for value in values])

    def normalize(self, value):
        """Accept a date where the struct is meant.

        Args:
            value: A `DayValue`, dict, date, text or None.

        Returns:
            A `DayValue`.
        """
        return super().normalize(_parts(value) if not isinstance(value, DayValue) else value)

    def get_prep_value(self, value):
        """Write a date as it is stored, so that a form sent unchanged equals what was stored.

        Args:
            value: A `DayValue`, whose date may be the text of a form.

        Returns:
            A dict of texts.
        """
        stored = super().get_prep_value(value)
        day = stored.get("date")
        return {**stored, "date": day.isoformat() if isinstance(day, datetime.date) else day or None}
