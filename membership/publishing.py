"""What follows when a record of a member changes: the counter is counted anew."""

from django.db.models.signals import post_delete, post_save

from common.stamp import renew
from membership.models import MemberPage, MemberState


def listen():
    """Connect the reactions; called once when the app is ready."""
    for model in (MemberPage, MemberState):
        post_save.connect(renew, sender=model)
        post_delete.connect(renew, sender=model)
