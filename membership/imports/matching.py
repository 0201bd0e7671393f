"""Whether an authority of a file is one that stands on the site already: by name, country, kind and distance."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from operator import itemgetter

from django.conf import settings
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from common.folding import fold
from common.slugs import transliterate
from membership.choices import Kind
from membership.distances import distance
from membership.gazetteer.foreign import city_called
from membership.joined import MemberName

__all__ = ["Known", "Register"]

# Kilometres. Within a file only the very same point is worth a word: a city and its parts lie close together.
SAME_POINT, SAME_PLACE, NEAR, FAR = 0.01, 1.0, 5.0, 50.0
ALIKE, LONG = 80, 5
UPPER = {Kind.COUNTY, Kind.DEPARTMENT, Kind.PROVINCE, Kind.REGION}
# Words that say what sort of authority it is, not which one.
GENERIC = re.compile(
    r"\b(city|town|municipality|district|county|province|region|department|metropolitan area|ville|commune|mairie|"
    r"departement|comune|ayuntamiento|gemeinde|stadt|opstina|obshtina|opcina|bashkia|primaria)( of| de| di| der)?\b"
)
COMPARED = ("title", "draft_title", "local_name", "country", "kind", "lat", "lon")
SEPARATORS = re.compile(r"[^\w]+")


@dataclass
class Known:
    """An authority on the site, or earlier in the file."""

    key: object
    name: str
    country: str
    kind: str
    lat: float | None
    lon: float | None
    pk: int | None = None
    line: int | None = None
    names: set[str] = field(default_factory=set)


def forms(*names):
    """Return the forms under which a name is compared: folded, in Latin letters, and without generic words."""
    found = set()
    for name in filter(None, names):
        for part in {name, *name.split(" / ")}:
            for text in (fold(part), fold(transliterate(part)), fold(transliterate(part, "sr"))):
                plain = SEPARATORS.sub(" ", text).strip()
                found |= {plain, " ".join(GENERIC.sub(" ", plain).split())}
    return found - {""}


def _standing(pages):
    """Return what stands on the site: one Known for all languages of an authority, with the facts of the source."""
    known = {}
    rows = pages.filter(alias_of=None).order_by("pk").select_related(None)
    for row in rows.values_list("translation_key", "locale__language_code", "pk", *COMPARED, named=True):
        facts = (row.title, row.country, row.kind, row.lat, row.lon)
        one = known.setdefault(row.translation_key, Known(row.translation_key, *facts))
        if row.locale__language_code == settings.LANGUAGE_CODE:
            one.pk, (one.name, one.country, one.kind, one.lat, one.lon) = row.pk, facts
        one.names |= forms(row.title, row.draft_title, row.local_name)
    for key, name in MemberName.objects.values_list("page__translation_key", "name"):
        if key in known:
            known[key].names |= forms(name)
    return known.values()


class Register:
    """Every authority that is known: those of the site, and those that the file has named so far."""

    def __init__(self, pages):
        """Take in what stands on the site.

        Args:
            pages: MemberPage query set over all languages.
        """
        self.by_form, self.by_country, self.by_city = defaultdict(list), defaultdict(list), defaultdict(list)
        for one in _standing(pages):
            if one.pk is not None:
                self.add(one)

    def add(self, known):
        """Let later lines be compared with an authority.

        Args:
            known: the authority.
        """
        self.by_country[known.country].append(known)
        for form in known.names:
            self.by_form[known.country, form].append(known)
        if city := city_called(known.names, known.country, known):
            self.by_city[city.key].append(known)

    def remember(self, entry, key, pk=None):
        """Take in the authority of a line.

        Args:
            entry: the line.
            key: what tells it apart.
            pk: of its page, where there is one.
        """
        names = forms(entry.name, entry.local_name)
        self.add(Known(key, entry.name, entry.country, entry.kind, entry.lat, entry.lon, pk, entry.line, names))

    def find(self, entry):
        """Return (the same authority or None, warnings).

        Args:
            entry: a line of the file.
        """
        same = self._by_name(entry)
        near = [one for one in same if (distance(one, entry) or 0) <= FAR]
        if near:
            return min(near, key=lambda one: distance(one, entry) or 0), []
        if same:
            words = {"name": same[0].name, "distance": round(distance(same[0], entry))}
            return None, [
                _("Another “%(name)s” lies %(distance)d km away, so this is taken for a different place.") % words
            ]
        city = self._by_city(entry)
        return city if city[0] else self._by_place(entry)

    def _by_name(self, entry):
        found = {}
        for form in forms(entry.name, entry.local_name):
            for one in self.by_form[entry.country, form]:
                if _same_sort(one.kind, entry.kind):
                    found[id(one)] = one
        return list(found.values())

    def _by_city(self, entry):
        """A name that another language has for the same city."""
        city = city_called(forms(entry.name, entry.local_name), entry.country, entry)
        for one in self.by_city[city.key] if city else ():
            if _same_sort(one.kind, entry.kind) and (distance(one, entry) or 0) <= FAR:
                return one, [_("Taken for “%(name)s”, another name of the same city.") % {"name": one.name}]
        return None, []

    def _by_place(self, entry):
        """A name that is written a little differently, close by; another name at the same spot is only worth a word."""
        close = [
            (distance(one, entry), one) for one in self.by_country[entry.country] if _same_sort(one.kind, entry.kind)
        ]
        close = sorted((pair for pair in close if pair[0] is not None and pair[0] <= NEAR), key=itemgetter(0))
        for away, one in close:
            if _alike(one.name, entry.name):
                words = {"name": one.name, "distance": f"{away:.1f}"}
                return one, [_("Taken for “%(name)s”, which lies %(distance)s km away.") % words]
        if close and close[0][0] <= (SAME_PLACE if close[0][1].pk else SAME_POINT):
            return None, [
                _("“%(name)s” lies at the same place. Is it the same authority?") % {"name": close[0][1].name}
            ]
        return None, []


def _alike(one, other):
    """Tell whether two names differ by the writing of long words only; “Town 1” and “Town 2” are two places."""
    pairs = [SEPARATORS.sub(" ", fold(transliterate(name))).split() for name in (one, other)]
    if len(pairs[0]) != len(pairs[1]):
        return False
    return all(
        first == second or (min(len(first), len(second)) >= LONG and fuzz.ratio(first, second) >= ALIKE)
        for first, second in zip(*pairs, strict=True)
    )


def _same_sort(one, other):
    return not one or not other or (one in UPPER) == (other in UPPER)
