"""Checks of dates and numbers, however each language writes them."""

import re
from collections import Counter
from functools import cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import gettext as _

from common.romani import CODE as ROMANI
from common.romani import MONTHS as ROMANI_MONTHS
from translations.quality.finding import Finding
from translations.quality.markup import ADDRESS
from translations.words import plain

THOUSANDS = re.compile(r"(?<=\d)[.,'’\u00a0\u202f\u2009 ](?=\d{3}(?!\d))")
DECIMAL = re.compile(r"(?<=\d)[.,](?=\d)")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
NUMERIC_DATE = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
ISO_DATE = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
AROUND = 9


@cache
def month_names(code: str) -> dict[str, int]:
    """The names of the months in a language, in lower case, in every form in which dates use them."""
    if code == ROMANI:
        return {str(name).lower(): number for number, name in enumerate(ROMANI_MONTHS, 1)}
    try:
        months = Locale.parse(code.replace("-", "_")).months
    except (UnknownLocaleError, ValueError):
        return {}
    return {name.lower(): number for kind in ("format", "stand-alone") for number, name in months[kind]["wide"].items()}


@cache
def _month_pattern(code: str) -> re.Pattern | None:
    names = sorted(month_names(code), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, names))})\b", re.IGNORECASE) if names else None


def dates_in(text: str, code: str) -> tuple[Counter, str]:
    """The dates in a text, and the text without them.

    Args:
        text: A plain text.
        code: Its language.

    Returns:
        Dates as (day or 0, month, year or 0), and what is left of the text.
    """
    found: Counter = Counter()
    for day, month, year in NUMERIC_DATE.findall(text):
        found[int(day), int(month), int(year)] += 1
    for year, month, day in ISO_DATE.findall(text):
        found[int(day), int(month), int(year)] += 1
    rest = ISO_DATE.sub(" ", NUMERIC_DATE.sub(" ", text))
    pattern = _month_pattern(code)
    while pattern and (match := pattern.search(rest)):
        date, rest = _take_date(rest, match, month_names(code)[match[1].lower()])
        found[date] += 1
    return Counter({date: count for date, count in found.items() if date[0] or date[2]}), rest


def _take_date(text: str, match: re.Match, month: int) -> tuple[tuple[int, int, int], str]:
    """A day or a year stands close to its month, before or after it."""
    start, end = max(0, match.start() - AROUND), match.end() + AROUND
    before, after = text[start : match.start()], text[match.end() : end]
    days, years = DAY.findall(before)[-1:] or DAY.findall(after)[:1], YEAR.findall(after)[:1] or YEAR.findall(before)
    day, year = (days or ["0"])[0], (years or ["0"])[-1]
    before, after = _without(before, day, year), _without(after, day, year)
    return (int(day), month, int(year)), f"{text[:start]}{before} {after}{text[end:]}"


def _without(text: str, *numbers: str) -> str:
    for number in numbers:
        text = re.sub(rf"(?<!\d){number}(?!\d)", " ", text, count=1)
    return text


def _dates(pair) -> tuple[Counter, Counter]:
    return (
        dates_in(plain(pair.source), pair.source_language)[0],
        dates_in(plain(pair.target), pair.target_language)[0],
    )


def check_dates(pair) -> list[Finding]:
    """Each date of the source is there, in the words of the target language."""
    before, after = _dates(pair)
    missing = before - after
    if not missing or not month_names(pair.target_language):
        return []
    listed = ", ".join("-".join(f"{part:02d}" for part in reversed(date) if part) for date in sorted(missing))
    return [Finding("dates", _("A date of the source is missing or differs: %(dates)s.") % {"dates": listed})]


def numbers_in(text: str, code: str) -> Counter:
    """The numbers in a text, without those of dates and addresses; 1,234.5 and 1 234,5 are the same."""
    _dates_found, rest = dates_in(ADDRESS.sub(" ", plain(text)), code)
    return Counter(NUMBER.findall(DECIMAL.sub(".", THOUSANDS.sub("", rest))))


def check_numbers(pair) -> list[Finding]:
    """The numbers are those of the source."""
    if _dates(pair)[0] != _dates(pair)[1]:
        before, after = _all_digits(pair.source), _all_digits(pair.target)
    else:
        before, after = (
            numbers_in(pair.source, pair.source_language),
            numbers_in(pair.target, pair.target_language),
        )
    differing = (before - after) + (after - before)
    if not differing:
        return []
    listed = ", ".join(sorted(differing))
    return [Finding("numbers", _("Numbers differ from the source. Please check: %(numbers)s.") % {"numbers": listed})]


def _all_digits(text: str) -> Counter:
    return Counter(NUMBER.findall(DECIMAL.sub(".", THOUSANDS.sub("", ADDRESS.sub(" ", plain(text))))))
