"""The feeds that pages announce, with their names, addresses and media types.

Only feeds that hold something are announced. An empty one still answers, for readers who follow it already.
"""

from django.utils.translation import gettext as _

from common.addresses import absolute
from common.stamp import kept
from news.items import address, news_address
from news.story_rows import FacetKind, StoryFacet

__all__ = [
    "CALENDAR",
    "CALENDAR_TYPE",
    "FEEDS",
    "FEEDS_PAGE",
    "WITH_CALENDAR",
    "announced",
    "announced_about",
    "announced_at",
    "announced_beside",
    "has_news",
    "has_news_about",
    "offered_everywhere",
    "titled_feeds",
]  # fmt: skip

FEEDS = {"feed.rss": "application/rss+xml", "feed.atom": "application/atom+xml", "feed.json": "application/feed+json"}
CALENDAR, CALENDAR_TYPE = "calendar.ics", "text/calendar"
FEEDS_PAGE = "feeds"
# The calendars that pages offer; those of cities, persons and tags exist too.
WITH_CALENDAR = (FacetKind.THEME, FacetKind.COUNTRY)


def has_news(locale_id):
    """Tell whether readers find any story in a language.

    Args:
        locale_id: the language.
    """
    return locale_id in kept("news.locales_with_news", _locales_with_news)


def _locales_with_news():
    facets = StoryFacet.objects.filter(kind=FacetKind.ALL, value="", stories__gt=0)
    return set(facets.values_list("locale_id", flat=True))


def has_news_about(kind, page):
    """Tell whether readers find any story about a city or a person in the language of its page.

    Args:
        kind: a kind of facet.
        page: the page of the city or the person.
    """
    facets = StoryFacet.objects.filter(
        locale_id=page.locale_id, kind=kind, value=page.translation_key.hex, stories__gt=0
    )
    return kept(f"news.about.{kind}.{page.pk}", facets.exists)


def titled_feeds(path):
    """Return the feeds of the list of news that stands at a path, with relative addresses.

    Args:
        path: the path of the list; an empty one has no feeds.
    """
    names = {"feed.rss": _("News as RSS"), "feed.atom": _("News as Atom"), "feed.json": _("News as JSON Feed")}
    return [(names[name], path + name, FEEDS[name]) for name in FEEDS] if path else []


def offered_everywhere(path):
    """Return the feeds of a list of news and the page that lists all others, with relative addresses.

    Args:
        path: the path of the list; an empty one has no feeds.
    """
    return [*titled_feeds(path), *_page_of_feeds(path)]


def _page_of_feeds(path):
    return [(_("All feeds and calendars"), f"{path}{FEEDS_PAGE}/", "text/html")] if path else []


def announced(index):
    """Return the feeds and the calendar of a list of news; none while readers find no story in it.

    Args:
        index: the list page.

    Returns:
        (title, whole address, media type) of each.
    """
    return announced_at(address(index.url_path, index.locale_id) if has_news(index.locale_id) else "")


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
    return _whole([*titled_feeds(path), *calendar, *_page_of_feeds(path)])


def announced_about(path, part, title):
    """Return the feeds of one topic, and the calendar of a theme or a country.

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
    found = [(names[name] % {"topic": title}, path + part + name, FEEDS[name]) for name in FEEDS]
    if part.partition("/")[0] in WITH_CALENDAR:
        found.append(
            (_("Events on “%(topic)s” in your calendar") % {"topic": title}, path + part + CALENDAR, CALENDAR_TYPE)
        )
    return _whole([*found, *_page_of_feeds(path)])


def _whole(feeds):
    return [(title, absolute(url), media_type) for title, url, media_type in feeds]
