"""Which pages are found: published ones in one language that every reader may see, best first."""

import datetime
from dataclasses import dataclass

from django.db.models import Count
from django.utils.functional import Promise
from wagtail.models import Page

from common.localization import language_of, live_locales
from common.pagination import Slice, paginate
from search.kinds import KINDS, content_types, kind_of
from search.snippets import marked, snippet
from search.texts import specific_pages, texts_of

__all__ = ["Facet", "Found", "Result", "found", "suggestions"]

SUGGESTIONS = 8
ELSEWHERE = 10


@dataclass(frozen=True)
class Facet:
    """A kind of page, with how many of its pages were found."""

    value: str
    label: Promise
    count: int
    selected: bool


@dataclass(frozen=True)
class Result:
    """One page that was found; ``heading`` and ``snippet`` are safe HTML with the words marked."""

    title: str
    heading: str
    url: str
    kind: str
    kind_label: Promise
    date: datetime.date | None
    precision: str
    country: str
    snippet: str
    language: str


@dataclass(frozen=True)
class Found:
    """What a search answers."""

    results: list[Result]
    slice: Slice | None
    total: int
    types: list[Facet]
    some_words: bool = False
    elsewhere: list[Result] = ()


def found(query, kinds, locale, request):
    """Return the pages that hold all words of a query; where there is none, those that hold some of them.

    What is found in no page of the language is looked for in the other ones.

    Args:
        query: a ``SearchQuery``.
        kinds: the kinds of page the reader chose; empty for all.
        locale: the language.
        request: its ``page`` chooses the part of the list.

    Raises:
        Http404: if the list has no such page.
    """
    if not query:
        return Found([], None, 0, [])
    operator, counts = "and", _counts(query, "and", locale)
    if not counts and len(query.words) > 1:
        operator, counts = "or", _counts(query, "or", locale)
    types = _types(counts, kinds)
    chosen = content_types(kinds) if kinds else list(counts)
    total = sum(counts.get(type_id, 0) for type_id in chosen)
    hits = _hits(query, operator, locale).filter(content_type_id__in=chosen) if total else []
    shown = paginate(request, hits)
    results = _results(shown.items, query, request)
    others = [] if total or kinds else _elsewhere(query, locale, request)
    return Found(results, shown, total, types, operator == "or" and total > 0, others)


def _elsewhere(query, locale, request):
    """The best pages in the other open languages."""
    others = [other.pk for other in live_locales() if other.pk != locale.pk]
    pages = Page.objects.filter(locale_id__in=others).live().public().select_related("locale")
    return _results(list(pages.search(" ".join(query.words), operator="and")[:ELSEWHERE]), query, request)


def _results(pages, query, request):
    return [_result(page, query, request) for page in specific_pages(pages)]


def suggestions(query, locale, request):
    """Return pages whose titles begin with what a reader is typing.

    Args:
        query: a ``SearchQuery``.
        locale: the language.
        request: makes the addresses.

    Returns:
        A list of (title, address, kind).
    """
    if not query:
        return []
    pages = _pages(locale).autocomplete(" ".join(query.words))[:SUGGESTIONS]
    return [(page.title, page.get_url(request) or "", kind_of(page.content_type_id).key) for page in pages]


def _pages(locale):
    return Page.objects.filter(locale_id=locale.pk).live().public()


def _hits(query, operator, locale, best_first=True):
    """The pages found, as a query set, so that it can be narrowed and counted like any other."""
    words = " ".join(query.words)
    return _pages(locale).search(words, operator=operator, order_by_relevance=best_first).get_queryset()


def _counts(query, operator, locale):
    hits = _hits(query, operator, locale, best_first=False).order_by()
    return dict(hits.values("content_type_id").annotate(count=Count("pk")).values_list("content_type_id", "count"))


def _types(counts, kinds):
    by_kind = {}
    for type_id, count in counts.items():
        key = kind_of(type_id).key
        by_kind[key] = by_kind.get(key, 0) + count
    shown = [kind for kind in KINDS.values() if by_kind.get(kind.key) or kind.key in kinds]
    return [Facet(kind.key, kind.label, by_kind.get(kind.key, 0), kind.key in kinds) for kind in shown]


def _result(page, query, request):
    words = set(query.words)
    kind = kind_of(page.content_type_id)
    return Result(
        title=page.title,
        heading=marked(page.title, words),
        url=page.get_url(request) or "",
        kind=kind.key,
        kind_label=kind.label,
        date=getattr(page, "date", None),
        precision=getattr(page, "date_precision", "day"),
        country=getattr(page, "country", ""),
        snippet=snippet(texts_of(page), words),
        language=language_of(page),
    )
