"""Reads which country a cell means: two or three letters, or a name as people write it."""

import re
from functools import cache

from babel.core import get_global
from django.conf import settings
from django.utils.translation import gettext as _

from common.countries import EUROPE, country_name
from common.folding import fold
from membership.imports.wrong import RowRefusedError

__all__ = ["country_of"]

# Letters of the European Union, of cars, and of Kosovo in lists of several offices.
LETTERS = {"EL": "GR", "KS": "XK", "RKS": "XK"}
# Names that lists of authorities have, beside those that CLDR has.
ALSO = {
    "czech republic": "CZ", "slovak republic": "SK", "turkey": "TR", "great britain": "GB", "macedonia": "MK",
    "holland": "NL", "russian federation": "RU", "the former yugoslav republic of macedonia": "MK",
    "republique tcheque": "CZ", "republique slovaque": "SK", "federation de russie": "RU", "grande bretagne": "GB",
}  # fmt: skip
PLAIN = re.compile(r"[^\w]+")
AROUND = re.compile(r"^(?:the )?(?:republic of |republique de |republique d )?|(?: the)? republic of$|^the ")


def country_of(text):
    """Return the code of a country of Europe, by its letters or its name in a language of the site.

    Args:
        text: for example “AT”, “uk”, “AUT”, “Austria” or “République de Moldova”.

    Raises:
        RowRefusedError: if there is no such country.
    """
    upper = text.upper()
    found = LETTERS.get(upper, upper)
    if found not in EUROPE:
        others = get_global("territory_aliases").get(upper, []) if text.isalpha() else []
        found = others[0] if len(others) == 1 else ""
    if found in EUROPE:
        return found
    wanted = _plain(text)
    if code := _names().get(wanted) or _names().get(AROUND.sub("", wanted).strip()):
        return code
    message = _("“%(text)s” is not a country of Europe. Write its two letters, for example AT; XK for Kosovo.")
    raise RowRefusedError(message % {"text": text[:40]})


@cache
def _names():
    languages = [code for code, _name in settings.LANGUAGES]
    names = {_plain(country_name(code, language)): code for language in reversed(languages) for code in EUROPE}
    return ALSO | names


def _plain(text):
    return PLAIN.sub(" ", fold(text).replace("&", " and ")).strip()
