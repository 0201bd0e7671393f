"""What follows when a term changes: what other rooms keep of the glossary is looked up anew."""

from django.db.models.signals import post_delete, post_save

from common.stamp import renew
from glossary.models import GlossaryPage, RelatedTerm, TermPage, TermVariant


def listen():
    """Connect the reactions; called once when the app is ready."""
    for model in (GlossaryPage, TermPage, TermVariant, RelatedTerm):
        post_save.connect(renew, sender=model, dispatch_uid=f"glossary.{model.__name__}")
        post_delete.connect(renew, sender=model, dispatch_uid=f"glossary.{model.__name__}")
