"""Stories to read next: those that share most with a story, from the index of public stories."""

import re

from django.apps import apps
from django.db.models import Case, IntegerField, Max, OuterRef, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from news.story_rows import FacetKind, StoryMark, StoryRow

__all__ = ["suggested"]

# Only the newest stories are compared, so that a suggestion costs the same however many there are.
REACH = 300
WEIGHTS = {
    FacetKind.CITY: 6, FacetKind.PERSON: 5, FacetKind.THEME: 4, FacetKind.TAG: 3, FacetKind.COUNTRY: 2, FacetKind.ALL: 0
}  # fmt: skip
SHARED_WORD = 1
WORD = re.compile(r"[^\W\d_]{6,}")
WORDS = 4


def suggested(page, limit):
    """Return the stories that share most cities, persons, themes, tags, countries and words of the title with a story.

    Args:
        page: a story that readers may see; a draft that stands in no index has none.
        limit: how many at most.

    Returns:
        A query set of stories with ``closeness``, the lower the closer; None for a draft.
    """
    if not page.pk or not page.live:
        return None
    own = StoryMark.objects.filter(row_id=page.pk, facet__kind__in=WEIGHTS).values("facet")
    shared = StoryMark.objects.filter(facet__in=own)
    near = _scored(shared.filter(rank__gte=_oldest(page.locale_id)).exclude(row_id=page.pk), page)
    closest = near.filter(score__gt=0).order_by("-score", "-newest").values("row_id")[:limit]
    score = Subquery(_scored(shared.filter(row_id=OuterRef("pk")), page).values("score"), output_field=IntegerField())
    return apps.get_model("news", "NewsPage").objects.filter(pk__in=closest).annotate(closeness=-score)


def _scored(marks, page):
    return marks.values("row_id").annotate(score=Sum(_weight()) + _shared_words(page.title), newest=Max("rank"))


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
