"""Which stories other rooms show."""

from django.apps import apps

from common.localization import everyones
from common.stamp import kept
from news.filters import facets_for, marks_of
from news.items import COLUMNS, Link, address, all_marks, from_rows, items
from news.story_rows import FacetKind, StoryMark

__all__ = ["latest_news", "news_index", "rows", "story_item"]


def rows(filters, limit, locale_id):
    """Return the newest stories that fit a reader's filters, newest first.

    Args:
        filters: a ``news.filters.Filters``; empty ones fit all.
        limit: how many at most.
        locale_id: the language.

    Returns:
        (rank, primary key) of each story. One query, and one more where there are filters.
    """
    facets = facets_for(filters, locale_id)
    if facets is None:
        return []
    marks = marks_of(facets) if facets else all_marks(locale_id)
    return list(marks.order_by("-rank").values_list("rank", "row_id")[:limit])


def latest_news(locale, limit, without=()):
    """Return the newest stories of a language.

    Args:
        locale: the language.
        limit: how many at most.
        without: primary keys of stories to leave out.
    """
    return items(all_marks(locale.pk).exclude(row_id__in=without).order_by("-rank")[:limit])


def story_item(page_id, locale):
    """Return one story as lists show it, in a given language, or None where readers may not see it.

    Args:
        page_id: the story, in any language.
        locale: the language wanted.
    """
    keys = apps.get_model("news", "NewsPage").objects.filter(pk=page_id).values("translation_key")
    marks = StoryMark.objects.filter(
        row__translation_key__in=keys, row__locale_id=locale.pk, facet__kind=FacetKind.ALL
    ).order_by("row__page__alias_of", "row_id")
    return next(iter(from_rows(list(marks.values_list(*COLUMNS)[:1]))), None)


def news_index(locale):
    """Return the list of news of a language as a link, or None.

    Args:
        locale: the language.
    """
    row = kept(f"news.index.{locale.pk}", lambda: _index(locale.pk))
    return Link(row[0], address(row[1], locale.pk)) if row else None


def _index(locale_id):
    pages = everyones(apps.get_model("news", "NewsIndexPage").objects.filter(locale_id=locale_id))
    return pages.order_by("path").values_list("title", "url_path").first()
