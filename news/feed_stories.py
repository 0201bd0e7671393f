"""Which stories stand in a feed, and when each of them moved last; decided before any of them is read."""

import datetime
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Max, Subquery
from django.utils import timezone

from common.localization import everyones
from news.story_rows import StoryFacet, StoryMark, StoryRow, span_of

__all__ = ["LENGTH", "Pick", "newest", "published"]

LENGTH = 20


@dataclass(frozen=True)
class Pick:
    """A story of a feed: ``changed`` with every new version, ``moved`` only with what readers are told of."""

    page_id: int
    changed: datetime.datetime
    published: datetime.datetime
    moved: datetime.datetime


def newest(locale_id, topic=None, narrowed=None):
    """Return the stories of a feed, the last moved first, in three queries whatever the number of stories.

    A public note moves an older story up, so the stories with the newest notes stand beside the newest ones.

    Args:
        locale_id: the language.
        topic: a Topic to restrict to, or None.
        narrowed: the rows that a reader narrowed the list to, or None.
    """
    rows = StoryRow.objects.filter(locale_id=locale_id) if narrowed is None else narrowed
    ordered = _ranked(_marks(locale_id, topic) if topic else rows)
    first = dict(ordered.order_by("-rank")[:LENGTH])
    within = rows.filter(pk__in=_marks(locale_id, topic).values("row_id")) if topic else rows
    noted = _noted(within, locale_id, _oldest(first))
    picks = [_pick(row, noted.get(row[0])) for row in _read({*first, *noted})]
    return sorted(picks, key=lambda pick: (pick.moved, pick.page_id), reverse=True)[:LENGTH]


def _ranked(rows):
    return rows.values_list("row_id" if rows.model is StoryMark else "pk", "rank")


def _marks(locale_id, topic):
    facets = StoryFacet.objects.filter(locale_id=locale_id, kind=topic.kind, value=topic.value)
    return StoryMark.objects.filter(facet_id=Subquery(facets.values("pk")[:1]))


def _oldest(first):
    """The day of the last of the newest stories; a note that is older moves nothing into the feed."""
    return span_of(min(first.values()))[0] if len(first) == LENGTH else datetime.date.min


def _noted(rows, locale_id, since):
    notes = apps.get_model("news", "StoryNote").objects.filter(
        public=True,
        date__lte=timezone.now(),
        page__locale_id=locale_id,
        page_id__in=rows.order_by().values("pk"),
    )
    if since > datetime.date.min:
        notes = notes.filter(date__gte=datetime.datetime.combine(since, datetime.time(), tzinfo=datetime.UTC))
    latest = notes.order_by().values("page_id").annotate(last=Max("date")).order_by("-last")
    return dict(latest.values_list("page_id", "last")[:LENGTH])


def _read(page_ids):
    stories = everyones(apps.get_model("news", "NewsPage").objects.filter(pk__in=page_ids, date__isnull=False))
    return stories.order_by().values_list("pk", "date", "first_published_at", "last_published_at") if page_ids else ()


def _pick(row, noted):
    page_id, date, first, last = row
    begun = published(date, first)
    return Pick(page_id, last or begun, begun, max(begun, noted) if noted else begun)


def published(date, first):
    """Return when a story counts as published: noon of its day, but not a moment that is still to come.

    Args:
        date: the day of the story.
        first: when it was first published on this site, or None.
    """
    noon = datetime.datetime.combine(date, datetime.time(12), tzinfo=datetime.UTC)
    return min(noon, first) if first else noon
