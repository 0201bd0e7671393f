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
from django.utils.translation import pgettext

from blocks.loading import load_together
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
from news.items import address, themes_of
from news.labels import NoteKind
from people.queries import known_persons

__all__ = ["pictures_of", "respond", "sent", "version_of"]

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
    picks = newest(index.locale_id, topic, filters)
    facts = [index.last_published_at, topic, filters, *((pick.page_id, pick.changed, pick.moved) for pick in picks)]
    moments = [index.last_published_at or BEGINNING, *(max(pick.changed, pick.moved) for pick in picks)]

    def write():
        query = f"?{filters.query()}" if filters else ""
        url = f"{address(index.url_path, index.locale_id)}{topic.part if topic else ''}{name}{query}"
        return WRITERS[name](_channel(index, url, topic, picks))

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


def _channel(index, url, topic, picks):
    language = language_of(index)
    name = site_name(language)
    key = f"{language}/{topic.kind}/{topic.value}" if topic else language
    moments = [index.first_published_at or BEGINNING, *(pick.moved for pick in picks)]
    return feed_formats.Channel(
        identity=uuid.uuid5(index.translation_key, key).urn,
        title=pgettext("title of a feed", "%(site)s: %(topic)s") % {"site": name, "topic": (topic or index).title},
        description=_description(index, topic),
        home=absolute((topic and topic.home) or path_of(index)),
        url=absolute(url),
        language=language,
        author=name,
        updated=max(moments),
        entries=_entries(picks, language),
    )


def _description(index, topic):
    return (topic.introduction or topic.title) if topic else index.summary or index.introduction or index.title


def _entries(picks, language):
    ids = [pick.page_id for pick in picks]
    stories = _model("NewsPage").select_related("lead_image").order_by().in_bulk(ids)
    load_together(story.body for story in stories.values())
    beside = {"themes": themes_of(ids), "notes": _notes(ids), "writers": _writers(ids, language), "files": _files(ids)}
    pictures = pictures_of(stories.values())
    return [
        _entry(stories[pick.page_id], pick, language, pictures, _of(beside, pick.page_id))
        for pick in picks
        if pick.page_id in stories
    ]


def _of(beside, page_id):
    return {name: found.get(page_id, ()) for name, found in beside.items()}


def _model(name):
    return apps.get_model("news", name).objects


def _notes(ids):
    found = defaultdict(list)
    notes = _model("StoryNote").filter(page_id__in=ids, public=True, date__lte=timezone.now())
    for note in notes.order_by("-date", "pk") if ids else ():
        found[note.page_id].append((NoteKind(note.kind).label, timezone.localdate(note.date), note.text))
    return found


def _writers(ids, language):
    found = defaultdict(list)
    links = _model("StoryPerson").filter(page_id__in=ids, is_author=True).order_by("sort_order", "pk")
    rows = list(links.values_list("page_id", "person_id")) if ids else []
    known = known_persons([person_id for _page_id, person_id in rows], language)
    for page_id, person_id in rows:
        found[page_id].append(known[person_id].name)
    return found


def _files(ids):
    found = defaultdict(list)
    for one in (
        _model("StoryAttachment").filter(page_id__in=ids).select_related("document").order_by("sort_order", "pk")
    ):
        found[one.page_id].append((absolute(one.document.url), one.title or one.document.title))
    return found


def pictures_of(stories):
    """Return the prepared sizes of all pictures of stories, as the text of a feed takes them.

    Args:
        stories: stories, perhaps drafts.
    """
    leads = [(story.lead_image, renditions.WIDE) for story in stories]
    inside = [(image, renditions.INLINE) for story in stories for image in images_in(story.body)]
    found = renditions.prepared_sets([*leads, *inside])
    return {"wide": {}} | found | found.get(renditions.INLINE.name, {})


def _entry(story, pick, language, pictures, beside):
    root = absolute("/")
    picture = enclosure(pictures["wide"].get(story.lead_image_id), root)
    named = [name.strip() for name in story.authors.split(",") if name.strip()]
    return feed_formats.Entry(
        identity=uuid.uuid5(story.translation_key, language).urn,
        title=story.title,
        url=absolute(path_of(story)),
        summary=story.summary,
        content=whole_text(story, picture, pictures, beside["notes"], beside["files"]),
        published=pick.published,
        updated=pick.moved,
        picture=picture,
        categories=[title for title, _slug in beside["themes"]],
        authors=[*named, *beside["writers"]],
    )
