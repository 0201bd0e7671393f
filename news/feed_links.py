"""The feeds that pages announce, with their names, addresses and media types."""

from django.utils.translation import gettext as _

from common.addresses import absolute
from news.items import address, news_address

__all__ = [
    "CALENDAR", "CALENDAR_TYPE", "FEEDS", "FEEDS_PAGE", "announced", "announced_about", "announced_at",
    "announced_beside", "titled_feeds",
]  # fmt: skip

FEEDS = {"feed.rss": "application/rss+xml", "feed.atom": "application/atom+xml", "feed.json": "application/feed+json"}
CALENDAR, CALENDAR_TYPE = "calendar.ics", "text/calendar"
FEEDS_PAGE = "feeds"


def titled_feeds(path):
    """Return the feeds of the list of news that stands at a path, with relative addresses.

    Args:
        path: the path of the list; an empty one has no feeds.
    """
    names = {"feed.rss": _("News as RSS"), "feed.atom": _("News as Atom"), "feed.json": _("News as JSON Feed")}
    return [(names[name], path + name, FEEDS[name]) for name in FEEDS] if path else []


def announced(index):
    """Return the feeds and the calendar of a list of news; none while the list is empty.

    Args:
        index: the list page.

    Returns:
        (title, whole address, media type) of each.
    """
    return announced_at(address(index.url_path, index.locale_id) if index.numchild else "")


def announced_beside(story):
    """Return the feeds of the list that a story stands in, without a query.

    Args:
        story: a story.
    """
    return announced_at(news_address(story.url_path, story.locale_id) if story.url_path else "")


def announced_at(path):
    """Return the feeds and the calendar of the list of news that stands at a path.

    Args:
        path: the path of the list; an empty one has no feeds.
    """
    calendar = [(_("Events in your calendar"), path + CALENDAR, CALENDAR_TYPE)] if path else []
    return [(title, absolute(url), kind) for title, url, kind in [*titled_feeds(path), *calendar]]


def announced_about(path, part, title):
    """Return the feeds and the calendar of one topic.

    Args:
        path: the path of the list of news; an empty one has no feeds.
        part: what the topic adds to it, such as ``theme/rights/``.
        title: the topic in words.
    """
    if not path:
        return []
    names = {
        "feed.rss": _("News on “%(topic)s” as RSS"),
        "feed.atom": _("News on “%(topic)s” as Atom"),
        "feed.json": _("News on “%(topic)s” as JSON Feed"),
    }
    return [(names[name] % {"topic": title}, absolute(path + part + name), FEEDS[name]) for name in FEEDS]
