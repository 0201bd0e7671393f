"""Reads single cells: numbers, dates and addresses, as people write them."""

import datetime
import math
import re
import unicodedata
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.translation import gettext as _

from common.folding import fold
from membership.choices import Kind
from membership.imports.wrong import RowRefusedError

__all__ = [
    "clean",
    "coordinate",
    "day_of",
    "kind_of",
    "looks_like_formula",
    "script_of",
    "url_of",
    "whole_number",
]

HIDDEN = {"Cc", "Cs", "Cf", "Co", "Cn"}
# Joins letters in some scripts, so it belongs to names.
JOINERS = "\u200c\u200d"
FORMULA = re.compile(r"[\s'\"]*[=+\-@＝＋－＠]")
DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:[T ]00:00(?::00)?)?")
EUROPEAN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
THOUSANDS = re.compile(r"[\s'’\u00a0\u202f]|[.,](?=\d{3}(?:\D|$))")
FIRST_YEAR, LONGEST_URL, MOST_DIGITS = 1900, 300, 12
_valid_url = URLValidator(schemes=["http", "https"])


def clean(text):
    """Return a cell as text that may be kept: composed, on one line, without invisible signs.

    Args:
        text: the cell.
    """
    plain = unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode())
    plain = "".join(" " if letter in "\r\n\t" else letter for letter in plain if letter in "\r\n\t" or _shown(letter))
    return " ".join(plain.split())


def _shown(letter):
    return letter in JOINERS or (unicodedata.category(letter) not in HIDDEN and letter != "\N{REPLACEMENT CHARACTER}")


def looks_like_formula(text):
    """Tell whether a spreadsheet would take a text for a formula.

    Args:
        text: a cell.
    """
    return bool(FORMULA.match(text))


def kind_of(text):
    """Return the kind of an authority, by its key or its name.

    Args:
        text: for example “city” or “Metropolitan area”; empty gives "".

    Raises:
        RowRefusedError: if there is no such kind.
    """
    wanted = fold(text)
    found = next((kind for kind in Kind if wanted in (kind.value, fold(str(kind.label)))), None)
    if wanted and found is None:
        allowed = ", ".join(Kind.values)
        raise RowRefusedError(
            _("“%(text)s” is no kind of authority. Known are: %(kinds)s.") % {"text": text[:40], "kinds": allowed}
        )
    return found.value if found else ""


def coordinate(text, most):
    """Return degrees, or None for an empty cell.

    Args:
        text: with a point or a comma.
        most: 90 for latitude, 180 for longitude.

    Raises:
        RowRefusedError: if it is no number of degrees.
    """
    if not text:
        return None
    try:
        degrees = float(text.replace(",", ".").replace("−", "-").rstrip("°"))
    except ValueError:
        degrees = math.nan
    if not abs(degrees) <= most:
        message = _("“%(text)s” is no position: write degrees between -%(most)d and %(most)d, for example 47.2627.")
        raise RowRefusedError(message % {"text": text[:40], "most": most})
    return round(degrees, 6)


def whole_number(text, least, most):
    """Return a whole number, or None for an empty cell.

    Args:
        text: perhaps with spaces, points or commas between thousands.
        least, most: its bounds.

    Raises:
        RowRefusedError: if it is no such number.
    """
    if not text:
        return None
    digits = THOUSANDS.sub("", text)
    if not (digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS and least <= int(digits) <= most):
        message = _("“%(text)s” is no whole number between %(least)d and %(most)d.")
        raise RowRefusedError(message % {"text": text[:40], "least": least, "most": most})
    return int(digits)


def day_of(text):
    """Return (date, precision) of a date, (None, "day") for an empty cell.

    Args:
        text: “2013-04-26”, “2013-04”, “2013” or “26.04.2013”.

    Raises:
        RowRefusedError: if it is no date, or has not come yet.
    """
    if not text:
        return None, "day"
    european = EUROPEAN_DAY.fullmatch(text)
    parts = european.groups()[::-1] if european else (DAY.fullmatch(text) or _no_date(text)).groups()
    year, month, day = (int(part) if part else None for part in parts)
    if not FIRST_YEAR <= year <= datetime.MAXYEAR:
        _no_date(text)
    try:
        date = datetime.date(year, month or 1, day or 1)
    except ValueError:
        _no_date(text)
    if date > timezone.localdate():
        raise RowRefusedError(
            _("The date %(text)s lies in the future. A record says what has happened.") % {"text": text}
        )
    return date, "day" if day else "month" if month else "year"


def _no_date(text):
    message = _("“%(text)s” is no date. Write 2013-04-26, or 2013-04, or 2013, as far as it is on record.")
    raise RowRefusedError(message % {"text": text[:40]})


def url_of(text):
    """Return a web address, "" for an empty cell, or None if it is no address.

    Args:
        text: with or without “https://”.
    """
    if not text:
        return ""
    url = text if "://" in text else f"https://{text}"
    try:
        _valid_url(url)
        host = urlsplit(url).hostname
    except (ValidationError, ValueError):
        return None
    return url if host and len(url) <= LONGEST_URL else None


def script_of(text):
    """Return the script of the first letter of a text, as Unicode names it: “LATIN”, “GREEK”, “CYRILLIC” and so on.

    Args:
        text: any text.
    """
    letter = next((letter for letter in text if letter.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0] if letter else ""
