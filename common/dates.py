"""Dates and numbers as each language writes them."""

import datetime

from babel import Locale, UnknownLocaleError, dates, numbers
from django.utils.translation import get_language

from common import romani

DAY, MONTH, YEAR = "day", "month", "year"
SKELETONS = {DAY: "long", MONTH: "yMMMM", YEAR: "y"}
FALLBACK = "en"
# The English of European institutions: 26 April 2013, not April 26, 2013.
VARIANTS = {"en": "en_GB"}


def babel_locale(language: str | None) -> Locale:
    """Babel's data for a language code.

    Args:
        language: A code such as "fr"; None means the active language.

    Returns:
        The locale, or British English where CLDR does not know the language.
    """
    code = language or get_language() or FALLBACK
    try:
        return Locale.parse(VARIANTS.get(code, code), sep="-" if "-" in code else "_")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(VARIANTS[FALLBACK])


def show(date: datetime.date | None, precision: str = DAY, language: str | None = None) -> str:
    """A date in words, as exactly as it is known.

    Args:
        date: The date; None gives an empty string.
        precision: "day", "month" or "year".
        language: A language code; None means the active language.

    Returns:
        For example "26 April 2013", "avril 2013" or "2013".
    """
    if date is None:
        return ""
    code = language or get_language() or FALLBACK
    if code == romani.CODE:
        return _show_in_romani(date, precision)
    locale = babel_locale(code)
    if precision == DAY:
        return dates.format_date(date, format="long", locale=locale)
    return dates.format_skeleton(SKELETONS[precision], date, locale=locale)


def _show_in_romani(date: datetime.date, precision: str) -> str:
    month = romani.MONTHS[date.month - 1]
    return {DAY: f"{date.day}. {month} {date.year}", MONTH: f"{month} {date.year}", YEAR: str(date.year)}[precision]


def machine(date: datetime.date | None, precision: str = DAY) -> str:
    """The value of `<time datetime>`: "2013-04-26", "2013-04" or "2013".

    Args:
        date: The date; None gives an empty string.
        precision: "day", "month" or "year".

    Returns:
        The date by ISO 8601, cut to what is known.
    """
    if date is None:
        return ""
    length = {DAY: 10, MONTH: 7, YEAR: 4}[precision]
    return f"{date.year:04d}-{date.month:02d}-{date.day:02d}"[:length]


def number(value: float | None, language: str | None = None) -> str:
    """A number with the separators of the language.

    Args:
        value: The number; None gives an empty string.
        language: A language code; None means the active language.

    Returns:
        For example "12,500", "12 500" or "12.500".
    """
    if value is None or value == "":
        return ""
    code = language or get_language() or FALLBACK
    # Romani writes numbers as its neighbours in Central Europe do.
    return numbers.format_decimal(value, locale=babel_locale("sk" if code == romani.CODE else code))
