"""What each story can be found by, and what readers see of it: keys from the tables of stories, words from those of
themes, cities, persons and tags."""

from collections import defaultdict

from django.apps import apps
from django.db.models import F

from common.localization import everyones
from common.stamp import renew
from news.story_rows import FacetKind, StoryFacet

__all__ = ["facets_of", "name_facets"]

# A page type of another room that stories name, with the link through which they do.
PAGES = {
    FacetKind.CITY: ("membership", "MemberPage", "StoryMember", "member"),
    FacetKind.PERSON: ("people", "PersonPage", "StoryPerson", "person"),
}
TAGS = ("taggit", "Tag")


def facets_of(stories):
    """Return what stories can be found by, in one query for each kind of link.

    Args:
        stories: dictionaries with ``pk``, ``date`` and ``kind``.

    Returns:
        Story to a list of (kind, value), each pair once, in the order in which editors gave them.
    """
    found = {}
    for one in stories:
        day = one["date"]
        found[one["pk"]] = {
            (FacetKind.ALL, ""): None,
            (FacetKind.KIND, one["kind"]): None,
            (FacetKind.YEAR, f"{day:%Y}"): None,
            (FacetKind.MONTH, f"{day:%Y-%m}"): None,
        }
    for kind, rows in _links(list(found)):
        for page_id, value in rows:
            found[page_id][kind, _key(value)] = None
    return {pk: list(pairs) for pk, pairs in found.items()}


def _key(value):
    return getattr(value, "hex", None) or str(value)


def _links(ids):
    themes = _model("news", "StoryTheme").objects.filter(page_id__in=ids).order_by("sort_order", "pk")
    yield FacetKind.THEME, themes.values_list("page_id", "theme__translation_key")
    countries = _model("news", "StoryCountry").objects.filter(page_id__in=ids).order_by("sort_order", "pk")
    yield FacetKind.COUNTRY, countries.values_list("page_id", "country")
    for kind, (_room, _page, link, name) in PAGES.items():
        if model := _model("news", link):
            rows = model.objects.filter(page_id__in=ids).order_by("sort_order", "pk")
            yield kind, rows.values_list("page_id", f"{name}__translation_key")
    tags = _model("news", "StoryTag").objects.filter(content_object_id__in=ids).order_by("pk")
    yield FacetKind.TAG, tags.values_list("content_object_id", "tag_id")


def _model(room, name):
    return apps.all_models.get(room, {}).get(name.lower())


def name_facets(kind, keys=None):
    """Write down anew what readers see of facets: their address and their words in each language.

    Args:
        kind: a FacetKind; countries, kinds and years need no names.
        keys: values to restrict to; None means all.
    """
    facets = StoryFacet.objects.filter(kind=kind)
    facets = list(facets if keys is None else facets.filter(value__in=[_key(key) for key in keys]))
    named = _names(kind, {facet.value for facet in facets}) if facets else {}
    changed = []
    for facet in facets:
        slug, label = named.get((facet.locale_id, facet.value)) or named.get((None, facet.value)) or ("", "")
        if (facet.slug, facet.label) != (slug, label):
            facet.slug, facet.label = slug, label
            changed.append(facet)
    if changed:
        StoryFacet.objects.bulk_update(changed, ["slug", "label"], batch_size=200)
        renew()


def _names(kind, values):
    if kind == FacetKind.THEME:
        return _by_key(_model("news", "Theme").objects.filter(translation_key__in=values))
    if kind in PAGES and _model(*PAGES[kind][:2]):
        return _by_key(everyones(_model(*PAGES[kind][:2]).objects.filter(translation_key__in=values)))
    if kind == FacetKind.TAG:
        rows = _model(*TAGS).objects.filter(pk__in=values).values_list("pk", "slug", "name")
        return {(None, str(pk)): (slug, name[:255]) for pk, slug, name in rows}
    if kind == FacetKind.COUNTRY:
        return {(None, code): (code.lower(), code) for code in values}
    return {(None, value): (value, value) for value in values}


def _by_key(objects):
    found = defaultdict(tuple)
    for locale_id, key, slug, label in objects.order_by(F("pk").desc()).values_list(
        "locale_id", "translation_key", "slug", "title"
    ):
        found[locale_id, key.hex] = (slug, label)
    return found
