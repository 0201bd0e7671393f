"""What other languages call a large city, so that “Wien” finds Vienna, and both are known to be one place."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from common.folding import fold, words_of
from common.slugs import transliterate
from membership.distances import distance
from membership.gazetteer import SOURCE, other_forms

__all__ = ["City", "city_called", "plain_forms"]

FAR = 50.0


@dataclass(frozen=True)
class City:
    """A city, and its names in all languages as lower case without accents."""

    key: str
    name: str
    lat: float
    lon: float
    forms: tuple[str, ...]


@cache
def _cities():
    """Return the cities by country and by each form of their names, the largest first; read once."""
    forms, found = other_forms(), defaultdict(list)
    with SOURCE.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["geonameid"] in forms:
                city = _city(row, forms[row["geonameid"]])
                for form in city.forms:
                    found[row["country"], form].append(city)
    return found


def _city(row, forms):
    own = plain_forms(row["name"], row["own_script"])
    return City(row["geonameid"], row["name"], float(row["lat"]), float(row["lon"]), tuple({*own, *forms}))


def plain_forms(*names):
    """Return names as they are compared: without accents, in their own script and in Latin letters.

    Args:
        names: in any script; empty ones are passed over.
    """
    texts = (text for name in names if name for text in (name, transliterate(name)))
    return {" ".join(fold(word) for word in words_of(text)) for text in texts}


def city_called(forms, country, place):
    """Return the large city of a country that is called so in any language, or None.

    Args:
        forms: the names of one authority, as `plain_forms` gives them.
        country: two letters.
        place: has `lat` and `lon`, perhaps None; a city far away from there is another one.
    """
    for form in sorted(forms):
        for city in _cities().get((country, form), ()):
            if (distance(city, place) or 0) <= FAR:
                return city
    return None
