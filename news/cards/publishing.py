"""When cards are drawn: as a story is published, never while a reader waits."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_unpublished

from common.localization import everyones
from news.cards.shelf import discard, keep, make
from news.models import NewsPage

__all__ = ["draw_all", "draw_missing", "listen", "paused"]

_paused: ContextVar[bool] = ContextVar("news.cards.paused", default=False)
BATCH = 100


@contextmanager
def paused() -> Iterator[None]:
    """Draw nothing inside, as in an import of thousands of stories; the schedule does it afterwards."""
    token = _paused.set(True)
    try:
        yield
    finally:
        _paused.reset(token)


def draw_all():
    """Draw the cards of all public stories that lack theirs or whose words have changed since.

    Returns:
        How many stories have a card now.
    """
    stories = everyones(NewsPage.objects.select_related("lead_image")).order_by("pk")
    return sum(1 for story in stories.iterator(chunk_size=BATCH) if make(story))


def draw_missing(limit=BATCH):
    """Draw the cards of the newest public stories without one, as they are left by an import.

    Args:
        limit: how many stories at most.

    Returns:
        How many cards were drawn.
    """
    lacking = NewsPage.objects.filter(card="", card_alt="").select_related("lead_image")
    stories = everyones(lacking).order_by("-pk")
    return sum(1 for story in stories[:limit].iterator(chunk_size=BATCH) if make(story))


def on_published(instance, **_signal):
    """Draw the card of a story once its publication is stored.

    Args:
        instance: the story.
        _signal: what else the signal carries; not used.
    """
    if not _paused.get():
        transaction.on_commit(partial(_make_if_live, instance), robust=True)


def _make_if_live(story):
    """By now the story may have been held back, hidden, withdrawn or deleted."""
    if everyones(NewsPage.objects.filter(pk=story.pk)).exists():
        make(story)


def on_unpublished(instance, **_signal):
    """Throw the card of a story away that readers may not see any more.

    Args:
        instance: the story.
        _signal: what else the signal carries; not used.
    """
    keep(instance, "", "")


def on_restricted(instance, **_signal):
    """Throw the cards of stories away that only some readers may see from now on.

    Args:
        instance: the restriction that was saved.
        _signal: what else the signal carries; not used.
    """
    hidden = NewsPage.objects.filter(path__startswith=instance.page.path).exclude(card="", card_alt="")
    for story in hidden.iterator(chunk_size=BATCH):
        keep(story, "", "")


def on_deleted(instance, **_signal):
    """Throw the card of a deleted story away.

    Args:
        instance: the story.
        _signal: what else the signal carries; not used.
    """
    discard(instance.card)


def listen():
    """Connect the reactions; called once when the app is ready."""
    page_published.connect(on_published, sender=NewsPage)
    page_unpublished.connect(on_unpublished, sender=NewsPage)
    post_save.connect(on_restricted, sender=PageViewRestriction)
    post_delete.connect(on_deleted, sender=NewsPage)
