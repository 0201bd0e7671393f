"""What follows when the frame is saved."""

from django.db.models.signals import post_delete, post_save

from common.stamp import renew
from navigation.models import Contact, Frame, LegalLink, MenuItem, NetworkLink


def connect() -> None:
    """Show a changed frame at once: its words, and the lists below it, which are saved after it."""
    for signal in (post_save, post_delete):
        for model in (Frame, MenuItem, LegalLink, NetworkLink, Contact):
            signal.connect(renew, sender=model, dispatch_uid=f"navigation.{model.__name__}")
