"""Puts pages of the demo content into the tree: first all of them as drafts, so that they may link to each other."""

import datetime

from wagtail.models import Page

from seed.places import Places


def plant(parent: Page, page: Page, places: Places, key: str) -> Page:
    """Add a draft below a page and remember it under its key."""
    page.locale = parent.locale
    page.live = False
    parent.add_child(instance=page)
    return places.put(key, page)


def publish(page: Page, day: datetime.date | None = None) -> Page:
    """Publish a page and return it as it is stored.

    Args:
        page: the page with everything it should say.
        day: when it was first published, where that is on record.
    """
    if day:
        page.first_published_at = datetime.datetime.combine(day, datetime.time(9), datetime.UTC)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def paragraphs(texts: list[str]) -> list[dict[str, str]]:
    """Return paragraphs of HTML as the blocks of a content file."""
    return [{"type": "paragraph", "html": text} for text in texts]
