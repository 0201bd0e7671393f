"""Offices and when they were held: plain values, without the database."""

import calendar
import datetime
import uuid
from dataclasses import dataclass, field

__all__ = ["Known", "Office", "held_on", "latest", "newest_first"]


@dataclass(frozen=True)
class Office:
    """An office as its holder's page has it, in one language."""

    office: str
    body: str = ""
    country: str = ""
    group: str = ""
    start: datetime.date | None = None
    end: datetime.date | None = None
    precision: str = "day"
    attested: bool = False


@dataclass(frozen=True)
class Known:
    """What is known of a person, in one language."""

    key: uuid.UUID
    name: str
    url: str = ""
    country: str = ""
    language: str = ""
    offices: tuple[Office, ...] = field(default_factory=tuple)
    sort_as: str = ""

    @property
    def sort_name(self):
        """The name as lists sort it: as editors wrote it, or with its last word first."""
        first, _space, last = self.name.rpartition(" ")
        return self.sort_as or f"{last} {first}".strip()


def held_on(offices, date, precision="day"):
    """Return the office held on a date.

    Args:
        offices: Office objects in the order in which editors put them.
        date: the date; None asks for an office without dates.
        precision: how much of the date is known: "day", "month" or "year".

    Returns:
        The office that began last of those held within the date; None where none is on record.
    """
    first, last = period(date, precision) if date else (None, None)
    held = [office for office in offices if _covers(office, first, last)]
    return max(held, key=_began, default=None)


def latest(offices):
    """Return the office that a person held last; the one that still goes on, where there is one.

    Args:
        offices: Office objects.
    """
    return next(iter(newest_first(offices)), None)


def newest_first(offices):
    """Return offices, those that still go on first, then by their last day.

    Args:
        offices: Office objects.
    """
    return sorted(offices, key=lambda office: (office.end or datetime.date.max, _began(office)), reverse=True)


def period(date, precision):
    """Return the first and the last day that a date may mean.

    Args:
        date: a date.
        precision: "day", "month" or "year".
    """
    if precision == "year":
        return date.replace(month=1, day=1), date.replace(month=12, day=31)
    if precision == "month":
        return date.replace(day=1), date.replace(day=calendar.monthrange(date.year, date.month)[1])
    return date, date


def _began(office):
    return office.start or datetime.date.min


def _covers(office, first, last):
    if first is None:
        return office.start is None and office.end is None
    begins = period(office.start, office.precision)[0] if office.start else datetime.date.min
    ends = period(office.end, office.precision)[1] if office.end else datetime.date.max
    return begins <= last and first <= ends
