"""Reads a record: what a member is today, and since when."""

import calendar
import datetime

from membership.choices import CONFIRMING, Event, Precision, State

BEFORE_ALL = datetime.date.min


def moment(record):
    """Return where a line stands in time, as something to sort by.

    A line without a date comes before every dated one. A withdrawal counts from the end of its month or year, so that
    “joined in June 2015, left in 2015” reads in that order.

    Args:
        record: has `kind`, `date`, `precision` and `sort_order`.
    """
    return (_day(record) or BEFORE_ALL, record.sort_order or 0)


def _day(record):
    day = record.date
    if day is None or record.kind != Event.WITHDRAWN or record.precision == Precision.DAY:
        return day
    month = 12 if record.precision == Precision.YEAR else day.month
    return datetime.date(day.year, month, calendar.monthrange(day.year, month)[1])


def in_order(records):
    """Return the lines of a record from the earliest to the latest."""
    return sorted(records, key=moment)


def standing(records):
    """Return the lines that hold today: those after the last withdrawal, in order."""
    lines = in_order(records)
    ends = [position for position, line in enumerate(lines) if line.kind == Event.WITHDRAWN]
    return lines[ends[-1] + 1 :] if ends else lines


def deciding(records):
    """Return the line that makes the member what it is today, or None.

    Participation outranks a signature: a participant that also signs the Declaration stays a participant. Of several
    lines of the same kind the earliest counts, for it says since when.

    Args:
        records: lines of one member.
    """
    lines = standing(records)
    for kind in (Event.PARTICIPANT, Event.SIGNATORY):
        found = next((line for line in lines if line.kind == kind), None)
        if found:
            return found
    return None


def state_of(records):
    """Return the State of a member.

    Args:
        records: lines of one member, in any order.

    Returns:
        PARTICIPANT, SIGNATORY, FORMER (has left), APPLICANT, INTERESTED, or UNCONFIRMED (nothing on record says so).
    """
    records = list(records)
    line = deciding(records)
    if line:
        return State.PARTICIPANT if line.kind == Event.PARTICIPANT else State.SIGNATORY
    if is_confirmed(records):
        return State.FORMER
    kinds = {record.kind for record in records}
    if Event.APPLIED in kinds:
        return State.APPLICANT
    return State.INTERESTED if Event.INTEREST in kinds else State.UNCONFIRMED


def is_confirmed(records):
    """Tell whether a record has a line that lets readers see the authority.

    Args:
        records: lines of one member.
    """
    return any(record.kind in CONFIRMING for record in records)


def has_signed(records):
    """Tell whether the Declaration stands signed; a participant that signed it is a signatory too.

    Args:
        records: lines of one member.
    """
    return any(record.kind == Event.SIGNATORY for record in standing(records))
