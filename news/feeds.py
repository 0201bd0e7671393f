"""The feeds of a list of news: what stands in them, and when nothing needs to be sent again."""

import datetime
import hashlib
import uuid
from collections import defaultdict

from django.apps import apps
from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag

from common.addresses import absolute, path_of
from common.localization import language_of
from common.pictures import images_in
from common.seo import site_name
from library import renditions
from news import feed_formats
from news.feed_content import enclosure, whole_text
from news.feed_links import FEEDS
from news.feed_stories import newest
from news.filters import Filters
from news.items import stories_below, themes_of
from news.labels import NoteKind
from news.story_rows import StoryRow

__all__ = ["respond", "sent", "version_of"]

WRITERS = {"feed.rss": feed_formats.rss, "feed.atom": feed_formats.atom, "feed.json": feed_formats.json_feed}
BEGINNING = datetime.datetime(2013, 1, 1, tzinfo=datetime.UTC)
# Raise it when the shape of a feed changes, so that readers fetch it anew.
SHAPE = "2"


def respond(index, request, name, topic=None):
    """Answer a request for a feed; with 304 where the reader has the newest, before any story is read.

    Args:
        index: the list of news.
        request: the request being answered; its query narrows the feed like the list.
        name: a key of ``FEEDS``.
        topic: the Topic whose feed it is, or None for all news.
    """
    filters = Filters.read(request.GET)
    picks = newest(index.locale_id, topic, _narrowed(index, filters) if filters else None)
    facts = [index.last_published_at, topic, filters, *((pick.page_id, pick.changed, pick.moved) for pick in picks)]
    moments = [index.last_published_at or BEGINNING, *(max(pick.changed, pick.moved) for pick in picks)]

    def write():
        return WRITERS[name](_channel(index, request, topic, picks))

    return sent(request, version_of(name, *facts), max(moments), FEEDS[name], write)


def version_of(*facts):
    """Return the ETag of an answer that rests on these facts and on nothing else.

    Args:
        facts: values whose ``str()`` tells them apart.
    """
    return quote_etag(hashlib.sha256("|".join(map(str, (SHAPE, *facts))).encode()).hexdigest()[:32])


def sent(request, etag, modified, media_type, write):
    """Answer with a machine's file, or with 304 where the reader has this version.

    Args:
        request: the request being answered.
        etag: the version.
        modified: when it changed last.
        media_type: what it is.
        write: returns its bytes; called only where they are sent.
    """
    response = get_conditional_response(request, etag=etag, last_modified=int(modified.timestamp()))
    if response is None:
        response = HttpResponse(write(), content_type=f"{media_type}; charset=utf-8")
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = http_date(modified.timestamp())
    # A page elsewhere may show what stands here; nothing in it is private.
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _narrowed(index, filters):
    stories = filters.apply(stories_below(index), index.locale_id)
    return StoryRow.objects.filter(locale_id=index.locale_id, pk__in=stories.order_by().values("pk"))


def _channel(index, request, topic, picks):
    language = language_of(index)
    name = site_name(language)
    key = f"{language}/{topic.kind}/{topic.value}" if topic else language
    moments = [index.first_published_at or BEGINNING, *(pick.moved for pick in picks)]
    return feed_formats.Channel(
        identity=uuid.uuid5(index.translation_key, key).urn,
        title=f"{name}: {topic.title if topic else index.title}",
        description=_description(index, topic),
        home=absolute((topic and topic.home) or path_of(index)),
        url=absolute(request.get_full_path()),
        language=language,
        author=name,
        updated=max(moments),
        entries=_entries(picks, language),
    )


def _description(index, topic):
    return (topic.introduction or topic.title) if topic else index.summary or index.introduction or index.title


def _entries(picks, language):
    ids = [pick.page_id for pick in picks]
    stories = apps.get_model("news", "NewsPage").objects.select_related("lead_image").in_bulk(ids)
    themes, notes = themes_of(ids), _notes(ids)
    pictures = _pictures(stories.values())
    return [
        _entry(stories[pick.page_id], pick, language, themes.get(pick.page_id, ()), notes[pick.page_id], pictures)
        for pick in picks
        if pick.page_id in stories
    ]


def _notes(ids):
    found = defaultdict(list)
    notes = apps.get_model("news", "StoryNote").objects.filter(page_id__in=ids, public=True, date__lte=timezone.now())
    for note in notes.order_by("-date", "pk") if ids else ():
        found[note.page_id].append((NoteKind(note.kind).label, note.date, note.text))
    return found


def _pictures(stories):
    leads = [(story.lead_image, renditions.WIDE) for story in stories]
    inside = [(image, renditions.INLINE) for story in stories for image in images_in(story.body)]
    found = renditions.prepared_sets([*leads, *inside])
    return {"wide": {}} | found | found.get(renditions.INLINE.name, {})


def _entry(story, pick, language, themes, notes, pictures):
    root = absolute("/")
    picture = enclosure(pictures["wide"].get(story.lead_image_id), root)
    return feed_formats.Entry(
        identity=uuid.uuid5(story.translation_key, language).urn,
        title=story.title,
        url=absolute(path_of(story)),
        summary=story.summary,
        content=whole_text(story, picture, pictures, root, notes),
        published=pick.published,
        updated=pick.moved,
        picture=picture,
        categories=[title for title, _slug in themes],
        authors=[name.strip() for name in story.authors.split(",") if name.strip()],
    )
