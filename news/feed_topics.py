"""What readers follow: a theme, a country, a city, a person or a tag, as feeds and calendars name it in an address."""

import uuid
from dataclasses import dataclass

from django.apps import apps

from common.addresses import path_at
from common.countries import country_choices, country_name
from common.localization import everyones
from news.items import address
from news.story_rows import FacetKind, StoryFacet

__all__ = ["KINDS", "Topic", "topic_at", "topics_of"]

KINDS = (FacetKind.THEME, FacetKind.COUNTRY, FacetKind.CITY, FacetKind.PERSON, FacetKind.TAG)
PAGES = {FacetKind.CITY: ("membership", "MemberPage"), FacetKind.PERSON: ("people", "PersonPage")}


@dataclass(frozen=True)
class Topic:
    """One thing to follow, in one language. ``value`` never changes, whatever its words and its address."""

    kind: str
    value: str
    slug: str
    title: str
    home: str
    introduction: str = ""

    @property
    def part(self):
        """What its feeds add to the address of the list of news."""
        return f"{self.kind}/{self.slug}/"


def topic_at(index, kind, slug):
    """Return what an address names, whether or not there are stories about it, or None.

    Args:
        index: the list of news.
        kind: one of KINDS.
        slug: how the address names it in the language of the list.
    """
    find = {FacetKind.THEME: _theme, FacetKind.COUNTRY: _country, FacetKind.TAG: _tag}.get(kind, _page)
    return find(index, kind, slug) if kind in KINDS else None


def topics_of(index):
    """Return all that has stories in the language of a list, in one query.

    Args:
        index: the list of news.

    Returns:
        One of KINDS to a list of Topics.
    """
    facets = StoryFacet.objects.filter(locale_id=index.locale_id, kind__in=KINDS, stories__gt=0).exclude(slug="")
    found = {kind: [] for kind in KINDS}
    for facet in facets.order_by("kind", "pk"):
        title = country_name(facet.value) if facet.kind == FacetKind.COUNTRY else facet.label
        found[facet.kind].append(Topic(facet.kind, facet.value, facet.slug, title, ""))
    return found


def _below(index, kind, slug):
    return f"{address(index.url_path, index.locale_id)}{kind}/{slug}/"


def _theme(index, kind, slug):
    themes = apps.get_model("news", "Theme").objects.filter(locale_id=index.locale_id, slug=slug)
    row = themes.values_list("translation_key", "title", "introduction").first()
    return Topic(kind, row[0].hex, slug, row[1], _below(index, kind, slug), row[2]) if row else None


def _country(index, kind, slug):
    code = slug.upper()
    if slug != slug.lower() or code not in dict(country_choices()):
        return None
    return Topic(kind, code, slug, country_name(code), _below(index, kind, slug))


def _tag(index, kind, slug):
    """Tags belong to all languages; one that stands on no public story in any of them is not known to readers."""
    row = StoryFacet.objects.filter(kind=kind, slug=slug, stories__gt=0).values_list("value", "label").first()
    home = f"{address(index.url_path, index.locale_id)}?tag={slug}"
    return Topic(kind, row[0], slug, row[1], home) if row else None


def _page(index, kind, slug):
    pages = everyones(apps.get_model(*PAGES[kind]).objects.filter(locale_id=index.locale_id, slug=slug))
    row = pages.order_by("path").values_list("translation_key", "title", "url_path", "summary").first()
    if row is None:
        return None
    key = row[0] if isinstance(row[0], uuid.UUID) else uuid.UUID(row[0])
    return Topic(kind, key.hex, slug, row[1], path_at(row[2], index.locale_id), row[3])
