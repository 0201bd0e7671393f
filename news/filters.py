"""What a reader may narrow the list of stories by, taken from the address."""

import re
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q

from news.story_rows import FacetKind, StoryFacet, StoryMark

__all__ = ["NAMES", "Filters", "facets_for", "marks_of"]

NAMES = ("kind", "theme", "country", "city", "person", "tag", "year", "month")
YEAR = re.compile(r"[0-9]{4}")
MONTH = re.compile(r"0?[1-9]|1[0-2]")
LONGEST = 255


@dataclass(frozen=True)
class Filters:
    """The filters as the reader gave them; a value that does not exist matches nothing."""

    kind: str = ""
    theme: str = ""
    country: str = ""
    city: str = ""
    person: str = ""
    tag: str = ""
    year: str = ""
    month: str = ""

    def __bool__(self):
        """Tell whether the reader narrowed the list at all."""
        return any(getattr(self, name) for name in NAMES)

    @classmethod
    def read(cls, query):
        """Read the filters of an address.

        Args:
            query: the ``GET`` of a request.
        """
        return cls(**{name: query.get(name, "").strip() for name in NAMES})

    def without(self, *names):
        """Return the same filters with some of them lifted.

        Args:
            names: names of filters; a year takes its month along.
        """
        lifted = {*names, "month"} if "year" in names else names
        return replace(self, **dict.fromkeys(lifted, ""))

    def query(self, **changes):
        """Return the filters as the query of an address, without its question mark; empty where there are none.

        Args:
            changes: further parameters, or other values of filters.
        """
        given = {name: getattr(self, name) for name in NAMES} | changes
        return urlencode({name: value for name, value in given.items() if value})

    def slugs(self):
        """Return what the filters name, as kind of facet to the slug of its value, or None where one cannot exist."""
        found = {FacetKind(name): getattr(self, name) for name in NAMES if getattr(self, name)}
        if any(len(slug) > LONGEST or not slug.isprintable() for slug in found.values()):
            return None
        if FacetKind.COUNTRY in found:
            found[FacetKind.COUNTRY] = self.country.lower()
        if self.year and not YEAR.fullmatch(self.year):
            return None
        return self._with_month(found) if self.month else found

    def _with_month(self, found):
        if not self.year or not MONTH.fullmatch(self.month):
            return None
        del found[FacetKind.YEAR]
        return found | {FacetKind.MONTH: f"{self.year}-{int(self.month):02}"}

    def apply(self, stories, locale_id):
        """Narrow a query set of stories; a value that does not exist leaves none.

        Args:
            stories: a query set of stories, or of rows of the index.
            locale_id: the language whose addresses of themes, cities and persons count.
        """
        facets = facets_for(self, locale_id)
        if facets is None:
            return stories.none()
        return stories.filter(pk__in=marks_of(facets).values("row_id")) if facets else stories


def facets_for(filters, locale_id):
    """Return the facets that filters name, in one query, the rarest first; None where one of them has no story.

    Args:
        filters: a reader's filters.
        locale_id: the language whose addresses count.
    """
    slugs = filters.slugs()
    if not slugs:
        return slugs if slugs is None else []
    named = Q()
    for kind, slug in slugs.items():
        named |= Q(kind=kind, slug=slug)
    found = {facet.kind: facet for facet in StoryFacet.objects.filter(named, locale_id=locale_id, stories__gt=0)}
    return sorted(found.values(), key=lambda facet: facet.stories) if len(found) == len(slugs) else None


def marks_of(facets):
    """Return the marks of stories that have all of several facets: a walk along those of the rarest.

    Args:
        facets: at least one facet, the rarest first.
    """
    marks = StoryMark.objects.filter(facet=facets[0].pk)
    for facet in facets[1:]:
        marks = marks.filter(Exists(StoryMark.objects.filter(row_id=OuterRef("row_id"), facet=facet.pk)))
    return marks
