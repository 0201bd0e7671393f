"""Which stories stand in a feed, and when each of them moved last; decided before any of them is read."""

import datetime
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Exists, Max, OuterRef
from django.utils import timezone

from common.localization import everyones
from news.filters import facets_for, marks_of
from news.story_rows import StoryFacet, StoryRow, span_of

__all__ = ["LENGTH", "Pick", "newest", "published"]

LENGTH = 20


@dataclass(frozen=True)
class Pick:
    """A story of a feed: ``changed`` with every new version, ``moved`` only with what readers are told of."""

    page_id: int
    changed: datetime.datetime
    published: datetime.datetime
    moved: datetime.datetime


def newest(locale_id, topic=None, filters=None):
    """Return the stories of a feed, the last moved first, in at most five queries whatever the number of stories.

    A public note moves an older story up, so the stories with the newest notes stand beside the newest ones.

    Args:
        locale_id: the language.
        topic: a Topic to restrict to, or None.
        filters: a reader's filters, or None.
    """
    facets = _facets(locale_id, topic, filters)
    if facets is None:
        return []
    marks = marks_of(facets) if facets else StoryRow.objects.filter(locale_id=locale_id)
    name = "row_id" if facets else "pk"
    first = dict(marks.order_by("-rank").values_list(name, "rank")[:LENGTH])
    noted = _noted(marks.filter(**{name: OuterRef("page_id")}), _oldest(first))
    picks = [_pick(row, noted.get(row[0])) for row in _read({*first, *noted})]
    return sorted(picks, key=lambda pick: (pick.moved, pick.page_id), reverse=True)[:LENGTH]


def _facets(locale_id, topic, filters):
    """What all stories of the feed have, the rarest first; None where no story has it."""
    named = facets_for(filters, locale_id) if filters else []
    if topic is None or named is None:
        return named
    own = StoryFacet.objects.filter(locale_id=locale_id, kind=topic.kind, value=topic.value, stories__gt=0).first()
    return sorted([*named, own], key=lambda facet: facet.stories) if own else None


def _oldest(first):
    """The day of the last of the newest stories; a note that is older moves nothing into the feed."""
    return span_of(min(first.values()))[0] if len(first) == LENGTH else datetime.date.min


def _noted(within, since):
    # Asked note by note: a set of the stories would be walked whole, however few notes there are.
    notes = apps.get_model("news", "StoryNote").objects.filter(Exists(within), public=True, date__lte=timezone.now())
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
