"""The page that lists all feeds and calendars of a language, for readers to choose from."""

from dataclasses import dataclass

from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from common.addresses import path_of
from common.collation import sort_key
from common.localization import live_codes, surroundings
from common.seo import Place
from common.structured import Crumb
from news.feed_links import CALENDAR, CALENDAR_TYPE, FEEDS, FEEDS_PAGE, WITH_CALENDAR, announced, has_news
from news.feed_topics import KINDS, topics_of
from news.items import address
from news.story_rows import FacetKind

__all__ = ["respond"]

LONG = 15
NAMES = {"feed.rss": "RSS", "feed.atom": "Atom", "feed.json": "JSON Feed"}


@dataclass(frozen=True)
class Line:
    """One topic with its feeds, as (format, address, media type)."""

    title: str
    feeds: list[tuple[str, str, str]]


@dataclass(frozen=True)
class Group:
    """All topics of one kind."""

    key: str
    title: str
    lines: list[Line]

    @property
    def folds(self):
        """Tell whether there are so many topics that readers open them only when they want one."""
        return len(self.lines) > LONG


def respond(index, request):
    """Show all feeds of a language.

    Args:
        index: the list of news.
        request: the request being answered.
    """
    request.page = index
    path = address(index.url_path, index.locale_id)
    request.place = Place(
        title=_("Feeds and calendars"),
        description=_("Follow all news, or only a theme, a country, a city, a person or a tag, in your own programs."),
        feeds=tuple(announced(index)),
        urls=_elsewhere(index, request),
        crumbs=_way(index, request),
    )
    everything = _line(index.title, path, True) if has_news(index.locale_id) else None
    context = {"page": index, "everything": everything, "groups": _groups(index, path)}
    return TemplateResponse(request, "news/feeds_page.html", context)


def _elsewhere(index, request):
    lists = surroundings(index, request).translations
    return {code: f"{path_of(lists[code])}{FEEDS_PAGE}/" for code in live_codes() if code in lists}


def _way(index, request):
    above = [*surroundings(index, request).ancestors, index]
    return (*(Crumb(page.title, path_of(page)) for page in above), Crumb(_("Feeds and calendars")))


def _groups(index, path):
    titles = {
        FacetKind.THEME: _("Themes"),
        FacetKind.COUNTRY: _("Countries"),
        FacetKind.CITY: _("Cities and regions"),
        FacetKind.PERSON: _("People"),
        FacetKind.TAG: _("Tags"),
    }
    found = topics_of(index)
    groups = [Group(kind.value, titles[kind], _lines(found[kind], path, kind in WITH_CALENDAR)) for kind in KINDS]
    return [group for group in groups if group.lines]


def _lines(topics, path, dated):
    ordered = sorted(topics, key=lambda topic: sort_key(topic.title))
    return [_line(topic.title, path + topic.part, dated) for topic in ordered]


def _line(title, path, dated):
    feeds = [(NAMES[name], path + name, FEEDS[name]) for name in FEEDS]
    return Line(title, [*feeds, *([(_("Calendar"), path + CALENDAR, CALENDAR_TYPE)] if dated else [])])
