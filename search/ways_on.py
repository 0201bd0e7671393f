"""Where a reader can go on whose search found little: terms with similar names, frequent searches, main pages."""

import datetime
from dataclasses import dataclass

from django.db.models import Sum
from django.utils import timezone
from rapidfuzz import fuzz, process

from common.folding import fold
from common.localization import homes
from common.stamp import kept
from search.analyser import words
from search.lexicon import lexicon
from search.models import SearchDoc, SearchedFor

__all__ = ["WaysOn", "ways_on"]

TERMS, PAGES, SEARCHES = 5, 3, 3
ALIKE = 55
DAYS, OFTEN = 60, 3
HOME_DEPTH = 2


@dataclass(frozen=True)
class WaysOn:
    """Links, each as (words, address)."""

    terms: list[tuple[str, str]]
    searches: list[str]
    pages: list[tuple[str, str]]


def ways_on(ask, *, similar=True):
    """Return where a reader can go on.

    Args:
        ask: what was asked for.
        similar: whether terms with similar names are wanted; what was found is better than those.
    """
    terms = kept(f"search.terms.{ask.language}", lambda: _docs(ask.language, "term")) if similar else []
    names = {place: fold(title) for place, (title, _url) in enumerate(terms)}
    near = process.extract(fold(ask.query.text), names, scorer=fuzz.WRatio, score_cutoff=ALIKE, limit=TERMS)
    return WaysOn(
        terms=[terms[place] for _name, _score, place in near],
        searches=_frequent(ask.language),
        pages=kept(f"search.main.{ask.language}", lambda: _main(ask.language)),
    )


def _docs(language, kind):
    return list(SearchDoc.objects.filter(language=language, kind=kind).values_list("title", "url"))


def _main(language):
    """The first pages below the front page, in the order of the tree; the menu has the others."""
    home = homes().get(language)
    docs = SearchDoc.objects.filter(language=language, kind="page", page__depth=HOME_DEPTH + 1)
    rows = docs.order_by("page__path").values_list("title", "url")[:PAGES] if home else ()
    return list(rows)


def _frequent(language):
    """What many readers looked for and found; what few did says too much about them.

    Words that have left the public pages since are not named.
    """
    since = timezone.localdate() - datetime.timedelta(days=DAYS)
    rows = SearchedFor.objects.filter(language=language, day__gte=since, results__gt=0).values_list("query")
    counted = rows.annotate(asked=Sum("times")).filter(asked__gte=OFTEN).order_by("-asked", "query")
    known = lexicon(language)
    return [query for query, _asked in counted[: SEARCHES * 4] if _all_public(query, language, known)][:SEARCHES]


def _all_public(query, language, known):
    return all(word.bare in known.words or word.token in known.tokens for word in words(query, language))
