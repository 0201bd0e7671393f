"""Days of the year on which the Alliance speaks."""

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

__all__ = ["DAYS", "Day", "next_day"]

DAYS = (
    (1, 27, _("International Holocaust Remembrance Day")),
    (4, 8, _("International Romani Day")),
    (5, 16, _("Romani Resistance Day")),
    (8, 2, _("European Holocaust Memorial Day for Sinti and Roma")),
    (11, 5, _("World Day of the Romani Language")),
)


@dataclass(frozen=True)
class Day:
    """A day that matters, in the year in which it comes next."""

    date: datetime.date
    name: Promise


def next_day(today=None):
    """Return the day that comes next; on such a day, that day.

    Args:
        today: the date to count from; the present one if left out.
    """
    today = today or timezone.localdate()
    coming = (
        Day(datetime.date(year, month, day), name) for year in (today.year, today.year + 1) for month, day, name in DAYS
    )
    return next(day for day in coming if day.date >= today)
