"""How many stories each value of each filter would show, without going through the stories.

The counts of single values and of pairs of values are kept in tables that every publication brings up to date. Only
where a reader has chosen two values or more are stories counted, once for each change of the site.
"""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Q, Value

from common import dates
from common.collation import sort_key
from common.countries import country_name
from common.stamp import kept
from news.filters import NAMES, marks_of
from news.labels import StoryKind
from news.story_rows import FacetKind, StoryFacet, StoryMark, StoryPair

__all__ = ["Choice", "Counts", "choices", "counts_for"]

# Of cities, persons and tags the list offers only those with most stories; their own pages lead to the rest.
OFFERED = 60
MANY = (FacetKind.CITY, FacetKind.PERSON, FacetKind.TAG)
FEW = (FacetKind.KIND, FacetKind.THEME, FacetKind.COUNTRY, FacetKind.YEAR, FacetKind.MONTH)
FAMILY = {FacetKind.MONTH: FacetKind.YEAR}


@dataclass(frozen=True)
class Choice:
    """One value of a filter, with the number of stories it would show."""

    value: str
    label: str
    count: int
    selected: bool = False
    introduction: str = ""


@dataclass(frozen=True)
class Counts:
    """The values that a list offers, and how many stories each would show beside those that were chosen."""

    facets: list
    total: int
    by_facet: dict


def counts_for(facets, year, locale_id):
    """Return what a list offers, with its counts.

    Args:
        facets: the values that the reader chose, the rarest first; None where they match nothing.
        year: the year whose months are offered; empty for none.
        locale_id: the language.
    """
    offered = kept(f"news.counts.offered.{locale_id}", lambda: _offered(locale_id))
    everything = next((facet for facet in offered if facet.kind == FacetKind.ALL), None)
    if facets is None or everything is None:
        offered = [facet for facet in offered if facet.kind != FacetKind.MONTH]
        return Counts(offered, 0, {facet.pk: facet.stories for facet in offered})
    offered = [facet for facet in offered if facet.kind != FacetKind.MONTH or facet.value[:4] == year]
    known = {facet.pk for facet in offered}
    shown = [*offered, *(facet for facet in facets if facet.pk not in known)]
    key = ".".join(str(facet.pk) for facet in facets)
    counted = kept(f"news.counts.{locale_id}.{key}.{year}", lambda: _count(shown, facets)) if facets else {}
    by_facet = counted if facets else {facet.pk: facet.stories for facet in shown}
    return Counts(shown, by_facet.get(everything.pk, 0), by_facet)


def choices(filters, facets, counts, language):
    """Return the values of each filter with their counts.

    A count says how many stories the value would show beside the reader's other filters.

    Args:
        filters: the reader's filters.
        facets: what they name, or None.
        counts: what ``counts_for`` gave for them.
        language: a language code, for the names of countries and months.

    Returns:
        Name of the filter to a list of choices: years from the newest, months in their order, all others by name.
    """
    chosen = {facet.pk for facet in facets or ()}
    if facets and filters.month:
        chosen |= {facet.pk for facet in counts.facets if facet.kind == FacetKind.YEAR and facet.value == filters.year}
    found = {name: [] for name in NAMES}
    for facet in counts.facets:
        count, selected = counts.by_facet.get(facet.pk, 0), facet.pk in chosen
        if facet.kind in found and facet.slug and (count or selected):
            found[facet.kind].append(_choice(facet, count, selected, language))
    return {name: _sorted(name, values, language) for name, values in found.items()}


def _choice(facet, count, selected, language):
    value, label = facet.slug, facet.label
    if facet.kind == FacetKind.KIND:
        label = str(StoryKind(facet.value).label) if facet.value in StoryKind.values else facet.value
    elif facet.kind == FacetKind.COUNTRY:
        label = country_name(facet.value, language)
    elif facet.kind == FacetKind.MONTH:
        value = str(int(facet.value[-2:]))
        label = dates.show(datetime.date(int(facet.value[:4]), int(value), 1), "month", language)
    return Choice(value, label, count, selected)


def _sorted(name, values, language):
    if name == FacetKind.YEAR:
        return sorted(values, key=lambda choice: choice.value, reverse=True)
    if name == FacetKind.MONTH:
        return sorted(values, key=lambda choice: int(choice.value))
    return sorted(values, key=lambda choice: sort_key(choice.label, language))


def _offered(locale_id):
    """What every list of a language offers, in one query."""
    facets = StoryFacet.objects.filter(locale_id=locale_id, stories__gt=0)
    wanted = Q(kind__in=(FacetKind.ALL, *FEW))
    for kind in MANY:
        wanted |= Q(pk__in=facets.filter(kind=kind).exclude(slug="").order_by("-stories", "pk").values("pk")[:OFFERED])
    return list(facets.filter(wanted).order_by("pk"))


def _count(shown, facets):
    """Facet to stories beside the chosen ones of other kinds, in two queries at most."""
    needed = {facet.pk: _beside(facet, facets) for facet in shown}
    several = sorted({others for others in needed.values() if len(others) > 1})
    alone = {others[0] for others in needed.values() if len(others) == 1}
    tables = _pairs(alone) | _together(several, {facet.pk: facet for facet in facets})
    stories = {facet.pk: facet.stories for facet in shown}
    return {pk: tables.get(others, stories).get(pk, 0) for pk, others in needed.items()}


def _beside(facet, facets):
    """The chosen facets that stay when this one is chosen: a year goes with its month, all others with their like."""
    family = FAMILY.get(facet.kind, facet.kind)
    return tuple(other.pk for other in facets if FAMILY.get(other.kind, other.kind) != family)


def _pairs(alone):
    tables = {(pk,): {} for pk in alone}
    rows = StoryPair.objects.filter(Q(first__in=alone) | Q(second__in=alone), stories__gt=0) if alone else ()
    for first, second, stories in rows.values_list("first_id", "second_id", "stories") if alone else ():
        for one, other in ((first, second), (second, first)):
            if one in alone:
                tables[one,][other] = stories
    return tables


def _together(several, facets):
    parts = [
        StoryMark.objects.filter(row_id__in=marks_of([facets[pk] for pk in others]).values("row_id"))
        .order_by().values("facet").annotate(n=Count("pk"), part=Value(place)).values_list("part", "facet", "n")
        for place, others in enumerate(several)
    ]  # fmt: skip
    tables = {others: {} for others in several}
    for place, facet, number in parts[0].union(*parts[1:], all=True) if parts else ():
        tables[several[place]][facet] = number
    return tables
