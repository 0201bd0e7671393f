"""What follows when a language is opened or closed, or any page published, moved or deleted."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from common.localization import HOME_DEPTH, forget_homes
from common.stamp import renew


def forget_if_home(instance, **_signal) -> None:
    """Look the open languages up again after a front page changed.

    Args:
        instance: The page that was published or unpublished.
        _signal: What the signal sends besides; not used.
    """
    renew()
    if instance.depth <= HOME_DEPTH:
        forget_homes()


def forget_if_page(instance, **signal) -> None:
    """Look up again what pages show in common after one of them was deleted.

    Args:
        instance: What was deleted, of any model.
        signal: What the signal sends besides.
    """
    if isinstance(instance, Page):
        forget_if_home(instance, **signal)


def listen() -> None:
    """Connect the reactions; called once when the app is ready."""
    for model in (Locale, Site, PageViewRestriction):
        for receiver in (renew, forget_homes):
            post_save.connect(receiver, sender=model)
            post_delete.connect(receiver, sender=model)
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(forget_if_home)
    post_delete.connect(forget_if_page)
