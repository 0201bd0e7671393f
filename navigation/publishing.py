"""What follows when the frame is saved."""

from django.core.cache import cache
from django.db.models.signals import post_delete, post_save

from navigation.models import Frame
from navigation.queries import SITE_NAME_KEY


def connect() -> None:
    """Listen to changes of the frame."""
    for signal in (post_save, post_delete):
        signal.connect(forget_site_name, sender=Frame, dispatch_uid="navigation.site_name")


def forget_site_name(instance: Frame, **_signal) -> None:
    """Let the next page show the new name of the site.

    Args:
        instance: The frame that was saved or deleted.
        _signal: What else the signal sends; not used.
    """
    cache.delete(SITE_NAME_KEY.format(instance.locale.language_code))
