"""When cards of members are drawn: as a page is published, never while a reader waits."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

from django.db import transaction
from wagtail.signals import page_published

from membership.cards.shelf import draw_missing
from membership.models import MemberPage

__all__ = ["listen", "paused"]

_paused: ContextVar[bool] = ContextVar("membership.cards.paused", default=False)


@contextmanager
def paused() -> Iterator[None]:
    """Draw nothing inside, as in an import of a hundred members; the schedule does it afterwards."""
    token = _paused.set(True)
    try:
        yield
    finally:
        _paused.reset(token)


def on_published(instance, **_signal):
    """Draw the cards of a member once its publication is stored.

    Args:
        instance: the page.
        _signal: what else the signal carries; not used.
    """
    if not _paused.get():
        transaction.on_commit(partial(draw_missing, keys=[instance.translation_key]), robust=True)


def listen():
    """Connect the reaction; called once when the app is ready."""
    page_published.connect(on_published, sender=MemberPage)
