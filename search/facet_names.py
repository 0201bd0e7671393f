"""What results are narrowed by, and the words and addresses that readers see of it in each language."""

from collections import defaultdict

from django.db.models import F
from taggit.models import Tag

from common.restrictions import everyones
from membership.models import MemberPage
from news.models import Theme
from people.models import PersonPage
from search.models import FacetKind, SearchFacet

__all__ = ["name_again", "name_facets", "name_pages"]

PAGES = {FacetKind.CITY: MemberPage, FacetKind.PERSON: PersonPage}
LONGEST = 255


def name_facets(wanted):
    """Return the facets of documents, made where they are missing.

    Args:
        wanted: (language, kind, key) of each.

    Returns:
        The same triple to the primary key of its facet.
    """
    if not wanted:
        return {}
    known = _known(wanted)
    missing = [SearchFacet(language=one[0], kind=one[1], key=one[2]) for one in sorted(wanted - known.keys())]
    if missing:
        _name(missing)
        SearchFacet.objects.bulk_create(missing, ignore_conflicts=True)
        known = _known(wanted)
    return known


def _known(wanted):
    languages, kinds, keys = (set(column) for column in zip(*wanted, strict=True))
    rows = SearchFacet.objects.filter(language__in=languages, kind__in=kinds, key__in=keys)
    rows = rows.values_list("language", "kind", "key", "pk")
    return {(language, kind, key): pk for language, kind, key, pk in rows}


def name_pages(page_ids):
    """Write down anew how cities and persons are named, after their pages changed.

    Args:
        page_ids: primary keys of pages of any kind.

    Returns:
        Primary keys of the facets whose names changed.
    """
    found = []
    for kind, model in PAGES.items() if page_ids else ():
        keys = model.objects.filter(pk__in=page_ids).values_list("translation_key", flat=True)
        found += name_again(kind, [key.hex for key in keys])
    return found


def name_again(kind, keys=None):
    """Write down anew what readers see of facets: their address and their words in each language.

    Args:
        kind: a FacetKind.
        keys: values to restrict to; None means all.

    Returns:
        Primary keys of the facets that changed.
    """
    if keys is not None and not keys:
        return []
    facets = SearchFacet.objects.filter(kind=kind)
    facets = list(facets if keys is None else facets.filter(key__in=keys))
    before = [(facet.slug, facet.label) for facet in facets]
    _name(facets)
    changed = [facet for facet, old in zip(facets, before, strict=True) if (facet.slug, facet.label) != old]
    SearchFacet.objects.bulk_update(changed, ["slug", "label"], batch_size=200)
    return [facet.pk for facet in changed]


def _name(facets):
    by_kind = defaultdict(list)
    for facet in facets:
        by_kind[facet.kind].append(facet)
    for kind, some in by_kind.items():
        names = _names(kind, {facet.key for facet in some})
        for facet in some:
            slug, label = names.get((facet.language, facet.key)) or names.get(("", facet.key)) or ("", "")
            facet.slug, facet.label = slug[:LONGEST], label[:LONGEST]


def _names(kind, keys):
    if kind in PAGES:
        return _by_key(everyones(PAGES[kind].objects.filter(translation_key__in=keys)))
    if kind == FacetKind.THEME:
        return _by_key(Theme.objects.filter(translation_key__in=keys))
    if kind == FacetKind.TAG:
        rows = Tag.objects.filter(pk__in=keys).values_list("pk", "slug", "name")
        return {("", str(pk)): (slug, name) for pk, slug, name in rows}
    return {("", key): (key.lower(), key) for key in keys}


def _by_key(objects):
    rows = objects.order_by(F("pk").desc()).values_list("locale__language_code", "translation_key", "slug", "title")
    return {(language, key.hex): (slug, title) for language, key, slug, title in rows}
