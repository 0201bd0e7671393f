"""What follows when a quotation is saved: its words are the same in every language, and pages show the new ones."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q
from django.db.models.signals import post_save
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex
from wagtail.search import index

from common.stamp import renew
from people.models import Quotation
from people.quotations import SHARED

__all__ = ["listen", "pages_with", "refresh", "share_words"]


def pages_with(quotation):
    """Return the pages that show a quotation, in whichever language they chose it.

    Args:
        quotation: a Quotation.

    Returns:
        A query set of pages, live or not.
    """
    family = Quotation.objects.filter(translation_key=quotation.translation_key).values_list("pk", flat=True)
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Quotation),
        to_object_id__in=[str(pk) for pk in family],
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    return Page.objects.filter(pk__in=[int(pk) for pk in references.values_list("object_id", flat=True)])


def refresh(quotation):
    """Let feeds, site map, search and whatever is kept in a cache show the new words on the live pages that use them.

    Args:
        quotation: a Quotation whose words changed.
    """
    live = pages_with(quotation).live()
    live.update(last_published_at=timezone.now())
    for page in live.specific():
        index.insert_or_update_object(page)
    renew()


def share_words(instance, raw=False, **_signal):
    """Give the other languages the original words, speaker, date and source of a quotation that was saved.

    Args:
        instance: the Quotation.
        raw: whether a fixture is being loaded.
        _signal: what else the signal sends; not used.
    """
    if raw:
        return
    others = Quotation.objects.filter(translation_key=instance.translation_key).exclude(pk=instance.pk)
    own = Q(locale__language_code=instance.language)
    others.filter(own | Q(translation=F("text"))).update(translation=instance.text)
    others.update(**{Quotation._meta.get_field(name).attname: _value(instance, name) for name in SHARED})


def _value(instance, name):
    return getattr(instance, Quotation._meta.get_field(name).attname)


def listen():
    """Connect the reactions; called once when the app is ready."""
    post_save.connect(share_words, sender=Quotation, dispatch_uid="people.share_words")
