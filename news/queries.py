"""Which stories other rooms show."""

from django.apps import apps

from common.localization import everyones
from news.items import Link, address, items, public_stories

__all__ = ["latest_news", "news_index", "story_item"]


def latest_news(locale, limit, without=()):
    """Return the newest stories of a language.

    Args:
        locale: the language.
        limit: how many at most.
        without: primary keys of stories to leave out.
    """
    return items(public_stories(locale.pk).exclude(pk__in=without)[:limit])


def story_item(page_id, locale):
    """Return one story as lists show it, in a given language, or None where readers may not see it.

    Args:
        page_id: the story, in any language.
        locale: the language wanted.
    """
    keys = apps.get_model("news", "NewsPage").objects.filter(pk=page_id).values("translation_key")
    return next(iter(items(public_stories(locale.pk).filter(translation_key__in=keys)[:1])), None)


def news_index(locale):
    """Return the list of news of a language as a link, or None.

    Args:
        locale: the language.
    """
    pages = everyones(apps.get_model("news", "NewsIndexPage").objects.filter(locale_id=locale.pk))
    row = pages.order_by("path").values_list("title", "url_path").first()
    return Link(row[0], address(row[1], locale.pk)) if row else None
