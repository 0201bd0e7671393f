"""Which pages are found: those that every reader may see, the best first, and what to do where there are none."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.utils.translation import get_language

from common.localization import live_codes
from common.pagination import Slice, paginate
from search.asking import Ask
from search.elsewhere import elsewhere
from search.expanding import known_words, plan_of, read
from search.matching import CANDIDATES, counted, documents, ranked_ids
from search.promoted import promoted_docs
from search.query import SearchQuery
from search.ranking import ranked
from search.results import COLUMNS, Facet, Result, facets_of, result_of
from search.snippets import marks_of
from search.spelling import Correction, corrected
from search.wording import as_marked

__all__ = ["Found", "Other", "found"]

FEW = 10


@dataclass(frozen=True)
class Other:
    """What another language has."""

    language: str
    total: int
    results: list[Result]
    url: str = ""
    current: bool = False


@dataclass
class Found:
    """What a search answers."""

    results: list[Result] = field(default_factory=list)
    slice: Slice | None = None
    total: int = 0
    shown: int = 0
    facets: list[Facet] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    correction: Correction | None = None
    original: str = ""
    promoted: list[Result] = field(default_factory=list)
    others: list[Other] = field(default_factory=list)
    languages: list[Other] = field(default_factory=list)


def found(ask: Ask, request) -> Found:
    """Answer a request.

    Args:
        ask: What the request asks for.
        request: Its `page` chooses the part of the list.

    Raises:
        Http404: if the list has no such page.
    """
    if not ask.query:
        return Found()
    codes = [ask.language, *(code for code in live_codes() if code != ask.language)]
    readings = [read(ask.query, code, exact=ask.exact) for code in codes]
    known = known_words(readings)
    correction = None if ask.exact else corrected(readings[0], known)
    plan, original = plan_of(readings[0], known), ""
    if correction and correction.certain:
        again = read(SearchQuery.read(correction.text), ask.language, exact=False)
        plan, original = plan_of(again, known_words([again])), ask.query.text
    plan.filters = ask.filters()
    answer = _answer(ask, plan, request)
    answer.correction = as_marked(correction, answer.results) if correction else None
    answer.original = original
    if answer.slice.number == 1 and not ask.by_date:
        answer.promoted = promoted_docs(ask, plan)
        answer.others = _others(readings[1:], known)
        here = Other(ask.language, answer.total, [], _in_language(ask.query, ask.language), current=True)
        answer.languages = sorted([here, *answer.others], key=lambda one: -one.total)
    return answer


def _answer(ask, plan, request):
    numbers = counted(plan) if plan else None
    if plan and numbers.total < FEW and plan.needed > 1:
        plan.loose = True
        numbers = counted(plan)
    ids = _ids(ask, plan) if numbers and numbers.total else []
    page = paginate(request, ids)
    docs, marks = documents(page.items, COLUMNS), marks_of(plan)
    return Found(
        results=[result_of(docs[pk], plan, marks) for pk in page.items if pk in docs],
        slice=page,
        total=numbers.total if numbers else 0,
        shown=len(ids),
        facets=facets_of(numbers, ask.chosen) if numbers else [],
        also=_distinct(plan.also, plan.text),
    )


def _ids(ask, plan):
    return ranked_ids(plan, newest=True) if ask.by_date else [pk for _score, pk in ranked(plan)][:CANDIDATES]


def _distinct(names, text):
    seen, kept = {text.casefold()}, []
    for name in names:
        if name.casefold() not in seen:
            seen.add(name.casefold())
            kept.append(name)
    return kept


def _in_language(asked, language):
    """The address of the same words in another language; what results are narrowed by has other addresses there."""
    return f"?{urlencode({'q': asked.text} | ({} if language == get_language() else {'language': language}))}"


def _others(readings, known):
    best = elsewhere(readings, known)
    docs = documents([pk for _number, ids, _plan in best.values() for pk in ids], COLUMNS)
    return [
        Other(language, number, [result_of(docs[pk], plan) for pk in ids if pk in docs], _in_language(plan, language))
        for language, (number, ids, plan) in best.items()
    ]
