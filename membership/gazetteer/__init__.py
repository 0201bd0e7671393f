"""Places of Europe with their positions, from GeoNames (CC BY 4.0), for the picker of a point."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from common.folding import fold
from common.slugs import transliterate

__all__ = ["CREDIT", "Place", "find"]

SOURCE = Path(__file__).with_name("places.csv")
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


@cache
def _places():
    """Return (forms of the name, Place) of every place, the largest first; read once."""
    with SOURCE.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return [
        (
            (fold(row["name"]), fold(transliterate(row["name"])), fold(row["own_script"])),
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
        (not any(form == wanted for form in forms), place)
        for forms, place in _places()
        if (not country or place.country == country) and any(form.startswith(wanted) for form in forms)
    ]
    return [place for _rank, place in sorted(found, key=lambda pair: pair[0])[:most]]
