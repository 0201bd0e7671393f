"""Everything that the sections of a front page show, read once for the whole page."""

import datetime
from dataclasses import dataclass, field, replace

from django.utils import timezone
from wagtail.models import Page

from common.localization import everyones, homes, locale_of
from common.stamp import kept
from home.days import Day, next_day
from library import renditions
from membership.listing import whole_map
from membership.queries import counts
from news.items import Link, StoryItem, address
from news.queries import latest_news, story_item

__all__ = ["Front", "Network", "front", "sample"]

STORIES = {"lead_story", "latest_news"}
NUMBERS = {"map_teaser", "facts"}
LATEST = 4


@dataclass(frozen=True)
class Network:
    """The members on the map and in numbers, on the day they are counted."""

    participants: int
    signatories: int
    countries: int
    on: datetime.date
    map: str


@dataclass
class Front:
    """What the sections of one front page show."""

    lead: StoryItem | None = None
    latest: list[StoryItem] = field(default_factory=list)
    pictures: dict = field(default_factory=dict)
    network: Network | None = None
    news: Link | None = None
    members: Link | None = None
    day: Day | None = None


def front(page):
    """Return what the sections of a front page show.

    Args:
        page: the front page, perhaps a draft that is previewed.
    """
    return _front([(block["type"], block["value"]) for block in page.body.raw_data], page.locale)


def sample(name, value):
    """Return what a single section shows where there is no page, as in the preview of a block.

    Args:
        name: the section's name in the stream.
        value: its words.
    """
    return _front([(name, {"count": value.get("count") or LATEST})], locale_of())


def _front(sections, locale):
    names = {name for name, _value in sections}
    found = Front(**_lists(locale), day=next_day())
    if names & STORIES:
        _add_stories(found, dict(sections), locale)
    if names & NUMBERS:
        found.network = _network(locale, found.members.url if found.members else "")
    return found


def _add_stories(found, sections, locale):
    wanted = sections.get("latest_news", {}).get("count") or (LATEST if "latest_news" in sections else 0)
    chosen = sections.get("lead_story", {}).get("story")
    found.lead = story_item(chosen, locale) if chosen else None
    found.latest = latest_news(locale, wanted + 1, without=[found.lead.pk] if found.lead else ())
    if "lead_story" in sections and not found.lead and found.latest:
        found.lead = found.latest.pop(0)
    found.latest = found.latest[:wanted]
    if found.lead and found.lead.image_id:
        prepared = renditions.prepared([found.lead.image_id], renditions.CARD)
        found.pictures = {pk: replace(sources, credit=found.lead.credit) for pk, sources in prepared.items()}


def _lists(locale):
    """The list of news and the list of members of a language."""
    if not any(home.locale_id == locale.pk for home in homes().values()):
        return {}
    rows = kept(f"home.lists.{locale.pk}", lambda: _find_lists(locale))
    return {name: Link(title, address(url_path, locale.pk)) for name, title, url_path in rows}


def _find_lists(locale):
    names = {"newsindexpage": "news", "memberindexpage": "members"}
    pages = everyones(Page.objects.filter(locale_id=locale.pk, content_type__model__in=names, depth=3))
    rows = pages.values_list("content_type__model", "title", "url_path")
    return [(names[model], title, url_path) for model, title, url_path in rows]


def _network(locale, url):
    count = counts()
    return Network(
        participants=count.participants,
        signatories=count.signatories,
        countries=count.place_countries,
        on=timezone.localdate(),
        map=whole_map(locale, url, lazy=True),
    )
