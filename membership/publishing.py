"""What follows when a record of a member changes: the counter is counted anew."""

from django.db.models.signals import post_delete, post_save
from wagtail.signals import page_published, page_unpublished

from membership.models import MemberPage, MemberState
from membership.queries import forget_counts


def listen():
    """Connect the reactions; called once when the app is ready."""
    for model in (MemberPage, MemberState):
        post_save.connect(forget_counts, sender=model)
        post_delete.connect(forget_counts, sender=model)
    for signal in (page_published, page_unpublished):
        signal.connect(forget_counts, sender=MemberPage)
