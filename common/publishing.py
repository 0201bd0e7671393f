"""What follows when a language is opened or closed, or a front page published."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished

from common.localization import HOME_DEPTH, forget_homes


def forget_if_home(instance, **_signal) -> None:
    """Look the open languages up again after a front page changed.

    Args:
        instance: The page that was published or unpublished.
        _signal: What the signal sends besides; not used.
    """
    if instance.depth <= HOME_DEPTH:
        forget_homes()


def listen() -> None:
    """Connect the reactions; called once when the app is ready."""
    for model in (Locale, Site, PageViewRestriction):
        post_save.connect(forget_homes, sender=model)
        post_delete.connect(forget_homes, sender=model)
    for signal in (page_published, page_unpublished, page_slug_changed):
        signal.connect(forget_if_home)
