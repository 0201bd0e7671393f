"""The words of the filters: what readers choose from, with the number of members behind each value."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from common.collation import sort_key
from common.countries import country_name
from common.dates import number
from membership.choices import PUBLIC_STATES, Kind, State
from membership.rows import BANDS
from membership.themes import theme_titles

__all__ = ["Option", "options_for", "size_words", "sort_words", "view_words"]


@dataclass(frozen=True)
class Option:
    """An entry of a filter, or a way to see the list."""

    value: str
    label: str
    selected: bool
    url: str = ""
    count: int = 0


def options_for(filters, known, language):
    """Return the entries of each filter; a filter that has no values is empty.

    Args:
        filters: what the reader chose.
        known: the Tallies.
        language: the language code of the reader.
    """
    countries = {code: country_name(code, language) for code in known.country}
    themes = theme_titles(language, known.theme) if known.theme else {}
    sizes = {str(band): size_words(band, language) for band in (*range(1, len(BANDS) + 2), 0)}
    found = {
        "country": _sorted(countries, language),
        "kind": _sorted({kind: str(Kind(kind).label) for kind in known.kind if kind in Kind}, language),
        "state": {str(state): str(State(state).label) for state in PUBLIC_STATES},
        "theme": _sorted(themes, language),
        "size": sizes,
    }
    return {name: _options(words, getattr(known, name), getattr(filters, name)) for name, words in found.items()}


def _options(words, counts, chosen):
    return [
        Option(value, label, value == chosen, count=counts.get(value, 0))
        for value, label in words.items()
        if counts.get(value)
    ]


def _sorted(words, language):
    return dict(sorted(words.items(), key=lambda pair: sort_key(pair[1], language)))


def size_words(band, language=None):
    """Return the words for a band of sizes.

    Args:
        band: its number, as the index has it.
        language: a language code, for the numbers.
    """
    if band == 0:
        return _("Population not on record")
    least = number(BANDS[band - 2], language) if band > 1 else ""
    most = number(BANDS[band - 1], language) if band <= len(BANDS) else ""
    if not least:
        return _("Fewer than %(most)s inhabitants") % {"most": most}
    if not most:
        return _("%(least)s inhabitants and more") % {"least": least}
    return _("%(least)s to %(most)s inhabitants") % {"least": least, "most": most}


def sort_words(sort):
    """Return the words for an order of the list.

    Args:
        sort: "name", "country", "newest" or "size".
    """
    words = {
        "name": pgettext("order of a list", "By name"),
        "country": pgettext("order of a list", "By country"),
        "newest": pgettext("order of a list", "Newest first"),
        "size": pgettext("order of a list", "Largest first"),
    }
    return words[sort]


def view_words(view):
    """Return the words for a way to see the list.

    Args:
        view: "map", "table", "cards" or "list".
    """
    words = {
        "map": pgettext("view of a list", "Map and table"),
        "table": pgettext("view of a list", "Table"),
        "cards": pgettext("view of a list", "Cards"),
        "list": pgettext("view of a list", "List"),
    }
    return words[view]
