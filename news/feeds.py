"""The feeds of a list of news: what stands in them, and when nothing needs to be sent again."""

import datetime
import hashlib
import re
import uuid

from django.db.models import Count, Max
from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.html import format_html
from django.utils.http import quote_etag
from django.utils.translation import gettext as _

from common.localization import language_of
from common.pictures import images_in
from common.seo import site_name
from library import renditions
from news import feed_formats
from news.items import news_address, stories_below, themes_of

__all__ = ["FEEDS", "announced", "announced_at", "announced_beside", "respond", "titled_feeds"]

FEEDS = {
    "feed.rss": ("RSS", "application/rss+xml", feed_formats.rss),
    "feed.atom": ("Atom", "application/atom+xml", feed_formats.atom),
    "feed.json": ("JSON Feed", "application/feed+json", feed_formats.json_feed),
}
LENGTH = 20
# Raise it when the shape of a feed changes, so that readers fetch it anew.
SHAPE = "1"
LINK = re.compile(r'(\s(?:href|src|poster)=")/(?!/)')
SRCSET = re.compile(r'(\ssrcset=")([^"]*)(")')
DRAWN = re.compile(r"<(svg|button|script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


def announced(index, request):
    """Return the feeds of a list of news, as (title, address, media type); none while the list is empty.

    Args:
        index: the list page.
        request: makes the addresses absolute.
    """
    return announced_at(index.get_url(request) or "" if index.numchild else "", request)


def announced_beside(story, request):
    """Return the feeds of the list that a story stands in, without a query.

    Args:
        story: a story.
        request: makes the addresses absolute.
    """
    return announced_at(news_address(story.url_path, story.locale_id), request)


def announced_at(path, request):
    """Return the feeds of the list of news that stands at a path.

    Args:
        path: the path of the list; an empty one has no feeds.
        request: makes the addresses absolute.
    """
    return [
        (title, request.build_absolute_uri(address), media_type) for title, address, media_type in titled_feeds(path)
    ]


def titled_feeds(path):
    """Return the feeds of the list of news that stands at a path, with relative addresses.

    Args:
        path: the path of the list; an empty one has no feeds.
    """
    names = {"feed.rss": _("News as RSS"), "feed.atom": _("News as Atom"), "feed.json": _("News as JSON Feed")}
    return [(names[name], path + name, FEEDS[name][1]) for name in FEEDS] if path else []


def respond(index, request, name):
    """Answer a request for a feed; with 304 where the reader has the newest, before anything is rendered.

    Args:
        index: the list page.
        request: the request being answered.
        name: a key of ``FEEDS``.
    """
    _title, media_type, write = FEEDS[name]
    stories = stories_below(index)
    etag, modified = _version(index, stories, request, name)
    response = get_conditional_response(request, etag=etag, last_modified=int(modified.timestamp()))
    if response is None:
        response = HttpResponse(
            write(_channel(index, stories, request, name)), content_type=f"{media_type}; charset=utf-8"
        )
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = modified.astimezone(datetime.UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
    return response


def _version(index, stories, request, name):
    facts = stories.order_by().aggregate(count=Count("pk"), changed=Max("last_published_at"))
    moments = [moment for moment in (facts["changed"], index.last_published_at) if moment]
    modified = max(moments, default=datetime.datetime(2013, 1, 1, tzinfo=datetime.UTC))
    parts = (SHAPE, name, request.get_host(), index.pk, facts["count"], modified.isoformat())
    digest = hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:32]
    return quote_etag(digest), modified


def _channel(index, stories, request, name):
    language = language_of(index)
    home = request.build_absolute_uri(index.get_url(request))
    return feed_formats.Channel(
        title=f"{site_name(language)}: {index.title}",
        description=index.summary or index.introduction or index.title,
        home=home,
        url=home + name,
        language=language,
        author=site_name(language),
        entries=_entries(list(stories.select_related("lead_image")[:LENGTH]), language, request),
    )


def _entries(stories, language, request):
    themes = themes_of([story.pk for story in stories])
    pictures = _pictures(stories)
    return [_entry(story, themes.get(story.pk, ()), pictures, language, request) for story in stories]


def _pictures(stories):
    leads = [(story.lead_image, renditions.WIDE) for story in stories]
    inside = [(image, renditions.INLINE) for story in stories for image in images_in(story.body)]
    return {"wide": {}, "inline": {}} | renditions.prepared_sets([*leads, *inside])


def _entry(story, themes, pictures, language, request):
    lead = pictures["wide"].get(story.lead_image_id)
    image = request.build_absolute_uri(lead.url) if lead and lead.url else ""
    return feed_formats.Entry(
        identity=uuid.uuid5(story.translation_key, language).urn,
        title=story.title,
        url=request.build_absolute_uri(story.get_url(request)),
        summary=story.summary,
        content=_content(story, image, pictures, request),
        published=_published(story),
        updated=story.last_published_at or _published(story),
        image=image,
        categories=[title for title, _slug in themes],
    )


def _published(story):
    noon = datetime.datetime.combine(story.date, datetime.time(12), tzinfo=datetime.UTC)
    return min(noon, story.first_published_at or noon)


def _content(story, image, pictures, request):
    picture = ""
    if image:
        credit = " · ".join(text for text in (story.lead_caption, story.lead_image.credit) if text)
        picture = format_html(
            '<figure><img src="{}" alt="{}"><figcaption>{}</figcaption></figure>', image, story.lead_alt, credit
        )
    body = "".join(block.render({"pictures": pictures, "page": story}) for block in story.body)
    return picture + absolute(DRAWN.sub("", body), request.build_absolute_uri("/"))


def absolute(markup, root):
    """Return HTML whose addresses on this site are absolute.

    Args:
        markup: HTML of our own templates.
        root: the address of the site, with a slash at its end.
    """

    def whole(found):
        files = [part.strip() for part in found[2].split(",")]
        return found[1] + ", ".join(root + file[1:] if file.startswith("/") else file for file in files) + found[3]

    return SRCSET.sub(whole, LINK.sub(rf"\g<1>{root}", markup))
