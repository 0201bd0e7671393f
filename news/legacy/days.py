"""The dates that the former site wrote."""

import datetime
import re

__all__ = ["day_of"]

YEAR_FIRST = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2})(?:[T ][0-9:.,]+(?:Z|[+-][0-9:]+)?)?)?)?")
DAY_FIRST = re.compile(r"([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})")
EARLIEST = 1900


def day_of(text: str) -> tuple[str, str] | None:
    """Read a date.

    Args:
        text: Such as "2013-04-26", "2013-04", "2013", "2013-04-26T09:00:00Z" or "26/04/2013".

    Returns:
        The date in ISO 8601 and how much of it is known ("day", "month", "year"); None where it is no date.
    """
    parts = _parts(text.strip())
    if parts is None:
        return None
    year, month, day = parts
    try:
        date = datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if date.year < EARLIEST:
        return None
    precision = "day" if day else "month" if month else "year"
    return date.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]], precision


def _parts(text: str) -> tuple | None:
    if found := YEAR_FIRST.fullmatch(text):
        return found.groups()
    if found := DAY_FIRST.fullmatch(text):
        return found[3], found[2], found[1]
    return None
