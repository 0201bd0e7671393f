"""Stories to read next: those that share most with a story, from the index of public stories, in one query."""

import re

from django.db.models import Case, IntegerField, Max, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from news.story_rows import FacetKind, StoryMark, StoryRow

__all__ = ["suggestions"]

# Only the newest stories are compared, so that a suggestion costs the same however many there are.
REACH = 300
WEIGHTS = {
    FacetKind.CITY: 6, FacetKind.PERSON: 5, FacetKind.THEME: 4, FacetKind.TAG: 3, FacetKind.COUNTRY: 2, FacetKind.ALL: 0
}  # fmt: skip
SHARED_WORD = 1
WORD = re.compile(r"[^\W\d_]{6,}")
WORDS = 4


def suggestions(page, limit):
    """Return the stories that share most cities, persons, themes, tags, countries and words of the title with a story.

    Args:
        page: a story that readers may see; a draft that stands in no index has none.
        limit: how many at most.

    Returns:
        Tuples of title, url_path, date and precision, the closest first, among equals the newest.
    """
    if not page.pk or not page.live:
        return []
    own = StoryMark.objects.filter(row_id=page.pk, facet__kind__in=WEIGHTS).values("facet")
    marks = StoryMark.objects.filter(facet__in=own, rank__gte=_oldest(page.locale_id)).exclude(row_id=page.pk)
    scored = marks.values("row_id").annotate(score=Sum(_weight()) + _shared_words(page.title), newest=Max("rank"))
    ranked = scored.filter(score__gt=0).order_by("-score", "-newest")
    columns = ("row__page__title", "row__page__url_path", "row__page__date", "row__page__date_precision")
    return list(ranked.values_list(*columns)[:limit])


def _oldest(locale_id):
    rows = StoryRow.objects.filter(locale_id=locale_id).order_by("-rank").values("rank")
    return Coalesce(Subquery(rows[REACH : REACH + 1]), Value(0))


def _weight():
    cases = [When(facet__kind=kind, then=Value(weight)) for kind, weight in WEIGHTS.items()]
    return Case(*cases, default=Value(0), output_field=IntegerField())


def _shared_words(title):
    """How much the words of a title count; the longest are taken for the most telling."""
    words = sorted(set(WORD.findall(title)), key=lambda word: (-len(word), word))[:WORDS]
    score = Value(0)
    for word in words:
        score = score + Max(Case(When(row__page__title__icontains=word, then=Value(SHARED_WORD)), default=Value(0)))
    return score
