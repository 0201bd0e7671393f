"""The list of stories as its page shows it."""

from dataclasses import dataclass, field, replace

from django.apps import apps

from common.localization import language_of
from news.counts import Choice, choices, counts_for
from news.feed_links import announced_about
from news.feed_topics import Topic
from news.filters import Filters, facets_for, marks_of
from news.items import COLUMNS, StoryItem, address, all_marks, from_rows
from news.paging import Part, Step, part_of
from news.story_rows import FacetKind

__all__ = ["Listing", "listing_for"]


@dataclass(frozen=True)
class Listing:
    """One page of the list, with the filters above it and the ways to other pages."""

    url: str
    stories: list[StoryItem]
    part: Part
    total: int
    filters: Filters
    choices: dict[str, list[Choice]]
    theme: Choice | None = None
    topic: Topic | None = None
    feeds: tuple = ()
    steps: dict[str, str] = field(default_factory=dict)

    @property
    def filtered(self):
        """Tell whether the reader narrowed the list."""
        return bool(self.filters)


def listing_for(page, request, topic=None):
    """Return what the list shows for a request.

    Args:
        page: the list page.
        request: its filters, and ``after``, ``before`` or ``page``, choose the stories.
        topic: the Topic whose page is shown, or None.

    Raises:
        Http404: if the address names no page of a list.
    """
    step, filters = Step.read(request.GET), Filters.read(request.GET)
    filters = replace(filters, **{topic.kind: topic.slug}) if topic else filters
    # The address that search engines keep: a page further down has its own, a narrowed list that of the whole one.
    request.own_query = _query(step, filters, topic) if topic or not filters else ""
    facets, language = facets_for(filters, page.locale_id), language_of(page)
    counts = counts_for(facets, filters.year, page.locale_id)
    part = part_of(marks_of(facets), step, COLUMNS) if facets else _whole(page, facets, step)
    found = choices(filters, facets, counts, language)
    url = address(page.url_path, page.locale_id)
    return Listing(
        url=url,
        stories=from_rows(part.rows),
        part=part,
        total=counts.total,
        filters=filters,
        choices=found,
        theme=None if topic else _theme(facets),
        topic=topic,
        feeds=tuple(announced_about(url, topic.part, topic.title)) if topic and facets else (),
        steps=_steps(part, filters, topic, request.path),
    )


def _whole(page, facets, step):
    return Part([]) if facets is None else part_of(all_marks(page.locale_id), step, COLUMNS)


def _theme(facets):
    """The chosen theme; with its introduction where nothing else was chosen."""
    chosen = next((facet for facet in facets or () if facet.kind == FacetKind.THEME), None)
    if chosen is None:
        return None
    introduction = "" if len(facets) > 1 else _introduction(chosen)
    return Choice(chosen.slug, chosen.label, chosen.stories, True, introduction)


def _introduction(facet):
    themes = apps.get_model("news", "Theme").objects.filter(translation_key=facet.value, locale_id=facet.locale_id)
    return themes.values_list("introduction", flat=True).first() or ""


def _query(step, filters, topic):
    """What the address of this page adds to its path: only what makes it another list than the plain one."""
    own = filters.without(topic.kind) if topic else filters
    given = own.query(**step.parameters())
    return f"?{given}" if given else ""


def _steps(part, filters, topic, path):
    """Name of each way to another page of the list to its address."""
    ways = {"previous": part.previous, "next": part.next, "last": part.last}
    if part.previous:
        ways["first"] = Step()
    return {name: path + _query(step, filters, topic) for name, step in ways.items() if step}
