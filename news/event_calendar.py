"""The calendar of a list of news: the stories with an event date, as whole days."""

import uuid
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.db.models import F

from common.addresses import absolute, path_at
from common.localization import everyones, language_of
from common.seo import site_name
from news import feeds, ics
from news.feed_links import CALENDAR, CALENDAR_TYPE
from news.feed_stories import published
from news.filters import Filters
from news.items import address, themes_of
from news.story_rows import StoryFacet, StoryMark

__all__ = ["respond"]

LENGTH = 300
COLUMNS = (
    "pk", "translation_key", "title", "summary", "place", "url_path", "event_start", "event_end", "date",
    "first_published_at", "last_published_at",
)  # fmt: skip


def respond(index, request, topic=None):
    """Answer with the calendar, or with 304 where the reader has this version.

    Args:
        index: the list of news.
        request: the request being answered; its query narrows the calendar like the list.
        topic: the Topic whose events it holds, or None for all.
    """
    filters = Filters.read(request.GET)
    rows = list(_events(index.locale_id, topic, filters).values(*COLUMNS)[:LENGTH])
    facts = [(row["pk"], row["last_published_at"]) for row in rows]
    moments = [index.last_published_at or feeds.BEGINNING, *(_stamp(row) for row in rows)]
    query = f"?{filters.query()}" if filters else ""
    path = f"{address(index.url_path, index.locale_id)}{topic.part if topic else ''}{CALENDAR}{query}"

    def write():
        language = language_of(index)
        title = f"{site_name(language)}: {topic.title if topic else index.title}"
        return ics.calendar(title, language, absolute(path), _written(rows, index.locale_id, language))

    return feeds.sent(request, feeds.version_of(CALENDAR, topic, filters, *facts), max(moments), CALENDAR_TYPE, write)


def _events(locale_id, topic, filters):
    stories = apps.get_model("news", "NewsPage").objects.filter(
        locale_id=locale_id, event_start__isnull=False, date__isnull=False
    )
    if topic is not None:
        facet = StoryFacet.objects.filter(locale_id=locale_id, kind=topic.kind, value=topic.value)
        stories = stories.filter(pk__in=StoryMark.objects.filter(facet__in=facet.values("pk")).values("row_id"))
    return filters.apply(everyones(stories), locale_id).order_by(F("event_start").desc(), "-pk")


def _stamp(row):
    return row["last_published_at"] or published(row["date"], row["first_published_at"])


def _written(rows, locale_id, language):
    themes = themes_of([row["pk"] for row in rows])
    host = urlsplit(settings.BASE_URL).hostname or "localhost"
    return [
        ics.Event(
            identity=f"{uuid.uuid5(row['translation_key'], language)}@{host}",
            title=row["title"],
            first=row["event_start"],
            last=row["event_end"] or row["event_start"],
            stamp=_stamp(row),
            created=published(row["date"], row["first_published_at"]),
            description=row["summary"],
            place=row["place"],
            url=absolute(path_at(row["url_path"], locale_id)),
            categories=[title for title, _slug in themes.get(row["pk"], ())],
        )
        for row in rows
    ]
