"""Names of countries by ISO 3166-1 alpha-2 code; XK stands for Kosovo."""

from functools import cache

from babel import Locale
from django.utils.translation import get_language

from common import romani
from common.collation import sort_key
from common.dates import babel_locale

EUROPE = [
    "AD",
    "AL",
    "AM",
    "AT",
    "AZ",
    "BA",
    "BE",
    "BG",
    "BY",
    "CH",
    "CY",
    "CZ",
    "DE",
    "DK",
    "EE",
    "ES",
    "FI",
    "FR",
    "GB",
    "GE",
    "GR",
    "HR",
    "HU",
    "IE",
    "IS",
    "IT",
    "LI",
    "LT",
    "LU",
    "LV",
    "MC",
    "MD",
    "ME",
    "MK",
    "MT",
    "NL",
    "NO",
    "PL",
    "PT",
    "RO",
    "RS",
    "RU",
    "SE",
    "SI",
    "SK",
    "SM",
    "TR",
    "UA",
    "VA",
    "XK",
]

# Drafts that await a native reader.
IN_ROMANI = {
    "AD": "Andora", "AL": "Albania", "AM": "Armenia", "AT": "Austria", "AZ": "Azerbaidžano",
    "BA": "Bosnia thaj Hercegovina", "BE": "Belgia", "BG": "Bulgaria", "BY": "Belorusia", "CH": "Švicaria",
    "CY": "Kipros", "CZ": "Čexia", "DE": "Germania", "DK": "Dania", "EE": "Estonia", "ES": "Španija",
    "FI": "Finlanda", "FR": "Francia", "GB": "Khetanutno Thagaripe", "GE": "Georgia", "GR": "Grecia",
    "HR": "Kroacia", "HU": "Ungaria", "IE": "Irlanda", "IS": "Islanda", "IT": "Italia", "LI": "Lixtenštajno",
    "LT": "Litvania", "LU": "Luksemburgo", "LV": "Letonia", "MC": "Monako", "MD": "Moldova", "ME": "Montenegro",
    "MK": "Nordutni Makedonia", "MT": "Malta", "NL": "Holanda", "NO": "Norvegia", "PL": "Polska",
    "PT": "Portugalia", "RO": "Rumunia", "RS": "Serbia", "RU": "Rusia", "SE": "Švedia", "SI": "Slovenia",
    "SK": "Slovakia", "SM": "San Marino", "TR": "Turkia", "UA": "Ukraina", "VA": "Vatikano", "XK": "Kosovo",
}  # fmt: skip
EUROPE = list(IN_ROMANI)


def country_name(code: str, language: str | None = None) -> str:
    """The name of a country.

    Args:
        code: Two letters of ISO 3166-1, in any case, or XK.
        language: A language code; None means the active language.

    Returns:
        The name in that language; in English where the language has no name for it; the code where nobody has.
    """
    code = (code or "").upper()
    language = language or get_language() or "en"
    if language == romani.CODE:
        return IN_ROMANI.get(code) or _from_cldr(Locale("en"), code)
    return _from_cldr(babel_locale(language), code)


def _from_cldr(locale: Locale, code: str) -> str:
    return locale.territories.get(code) or Locale("en").territories.get(code) or code


def country_choices(language: str | None = None) -> list[tuple[str, str]]:
    """The countries of Europe in alphabetical order, for forms and filters.

    Args:
        language: A language code; None means the active language.

    Returns:
        Pairs of (code, name).
    """
    return list(_sorted_choices(language or get_language() or "en"))


@cache
def _sorted_choices(language: str) -> tuple[tuple[str, str], ...]:
    """Every field of every quotation asks for these, so they are put in order once for each language."""
    pairs = [(code, country_name(code, language)) for code in EUROPE]
    return tuple(sorted(pairs, key=lambda pair: sort_key(pair[1], language)))
