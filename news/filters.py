"""What a reader may narrow the list of stories by: kind, theme and year, taken from the address."""

import re
from dataclasses import dataclass, replace

from django.apps import apps
from django.db.models import CharField, Count, IntegerField, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Coalesce, ExtractYear

from common.collation import sort_key
from news.labels import StoryKind

__all__ = ["Choice", "Filters", "choices"]

SLUG = re.compile(r"[-a-zA-Z0-9_]{1,80}")
YEAR = re.compile(r"[0-9]{4}")
NAMES = ("kind", "theme", "year")


@dataclass(frozen=True)
class Choice:
    """One value of a filter, with the number of stories it would show."""

    value: str
    label: str
    count: int
    selected: bool = False
    introduction: str = ""


@dataclass(frozen=True)
class Filters:
    """The filters as the reader gave them; a value that does not exist matches nothing."""

    kind: str = ""
    theme: str = ""
    year: str = ""

    def __bool__(self):
        """Tell whether the reader narrowed the list at all."""
        return bool(self.kind or self.theme or self.year)

    @classmethod
    def read(cls, query):
        """Read the filters of an address.

        Args:
            query: the ``GET`` of a request.
        """
        return cls(**{name: query.get(name, "").strip() for name in NAMES})

    def without(self, name):
        """Return the same filters with one of them lifted.

        Args:
            name: ``kind``, ``theme`` or ``year``.
        """
        return replace(self, **{name: ""})

    def apply(self, stories, locale_id):
        """Narrow a query set of stories; a value that cannot exist leaves none.

        Args:
            stories: a query set of stories.
            locale_id: the language whose theme addresses count.
        """
        if not self._possible():
            return stories.none()
        if self.kind:
            stories = stories.filter(kind=self.kind)
        if self.year:
            stories = stories.filter(date__year=int(self.year))
        if self.theme:
            stories = stories.filter(pk__in=_stories_on(self.theme, locale_id))
        return stories

    def _possible(self):
        return (
            (not self.kind or self.kind in StoryKind.values)
            and (not self.theme or SLUG.fullmatch(self.theme) is not None)
            and (not self.year or (YEAR.fullmatch(self.year) is not None and int(self.year) > 0))
        )


def _stories_on(slug, locale_id):
    keys = apps.get_model("news", "Theme").objects.filter(locale_id=locale_id, slug=slug).values("translation_key")
    links = apps.get_model("news", "StoryTheme").objects.filter(theme__translation_key__in=keys)
    return links.values("page_id")


def choices(stories, filters, locale_id):
    """Return the values of each filter with their counts, in one query.

    A count says how many stories the value would show beside the reader's other filters.

    Args:
        stories: all stories of the list, unfiltered.
        filters: the reader's filters.
        locale_id: the language of the list.

    Returns:
        ``kind``, ``theme`` and ``year`` to lists of choices: kinds and themes by name, years from the newest.
    """
    parts = [
        _kinds(filters.without("kind").apply(stories, locale_id)),
        _years(filters.without("year").apply(stories, locale_id)),
        _themes(filters.without("theme").apply(stories, locale_id), locale_id),
    ]
    found = {name: [] for name in NAMES}
    for name, value, label, introduction, count in parts[0].union(*parts[1:], all=True):
        selected = value == getattr(filters, name)
        if count or selected:
            shown = str(StoryKind(value).label) if name == "kind" and value in StoryKind.values else label
            found[name].append(Choice(value, shown, count, selected, introduction))
    return {
        "kind": sorted(found["kind"], key=lambda choice: sort_key(choice.label)),
        "theme": sorted(found["theme"], key=lambda choice: sort_key(choice.label)),
        "year": sorted(found["year"], key=lambda choice: choice.value, reverse=True),
    }


def _words(value):
    return Cast(value, CharField(max_length=500))


def _kinds(stories):
    rows = stories.order_by().values("kind").annotate(count=Count("pk"))
    return rows.values_list(_words(Value("kind")), _words("kind"), _words("kind"), _words(Value("")), "count")


def _years(stories):
    rows = stories.order_by().annotate(given=ExtractYear("date")).values("given").annotate(count=Count("pk"))
    return rows.values_list(_words(Value("year")), _words("given"), _words("given"), _words(Value("")), "count")


def _themes(stories, locale_id):
    links = apps.get_model("news", "StoryTheme").objects.filter(
        theme__translation_key=OuterRef("translation_key"), page_id__in=stories.order_by().values("pk")
    )
    counted = links.order_by().values("theme__translation_key").annotate(n=Count("page_id", distinct=True)).values("n")
    themes = apps.get_model("news", "Theme").objects.filter(locale_id=locale_id).order_by()
    count = Coalesce(Subquery(counted, output_field=IntegerField()), 0)
    return themes.values_list(_words(Value("theme")), _words("slug"), _words("title"), _words("introduction"), count)
