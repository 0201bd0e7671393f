"""Places of Europe with their positions, from GeoNames (CC BY 4.0), for the picker of a point."""

import csv
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from pathlib import Path

from common.folding import fold
from common.slugs import transliterate

__all__ = ["CREDIT", "SOURCE", "Place", "find", "other_forms"]

SOURCE, FORMS = Path(__file__).with_name("places.csv"), Path(__file__).with_name("forms.csv")
CREDIT = "GeoNames, CC BY 4.0"
SHORTEST, MOST = 2, 8


@dataclass(frozen=True)
class Place:
    """One place."""

    name: str
    own: str
    country: str
    lat: float
    lon: float


def other_forms():
    """Return what other languages call large cities: number of the place to names in lower case without accents."""
    with FORMS.open(encoding="utf-8", newline="") as stream:
        return {row["geonameid"]: tuple(row["forms"].split(";")) for row in csv.DictReader(stream)}


@cache
def _places():
    """Return (forms of the name, forms of other languages, Place) of every place, the largest first; read once."""
    foreign = other_forms()
    with SOURCE.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return [
        (
            (fold(row["name"]), fold(transliterate(row["name"])), fold(row["own_script"])),
            foreign.get(row["geonameid"], ()),
            Place(row["name"], row["own_script"], row["country"], float(row["lat"]), float(row["lon"])),
        )
        for row in rows
    ]


def find(text, country="", most=MOST):
    """Return the places whose names begin with what was typed, in any writing; the largest first.

    Args:
        text: what was typed.
        country: two letters; empty for all.
        most: how many at most.
    """
    wanted = fold(text.strip())
    if len(wanted) < SHORTEST:
        return []
    found = [
        (rank, place)
        for own, foreign, place in _places()
        if (not country or place.country == country) and (rank := _rank(wanted, own, foreign)) is not None
    ]
    return [place for _rank, place in sorted(found, key=itemgetter(0))[:most]]


def _rank(wanted, own, foreign):
    """Return how well a name fits, 0 for the best; None where it does not."""
    fits = [
        wanted in own,
        wanted in foreign,
        any(form.startswith(wanted) for form in own),
        any(form.startswith(wanted) for form in foreign),
    ]
    return fits.index(True) if any(fits) else None
