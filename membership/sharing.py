"""What the page of a member says in other languages is the same record: changed facts reach them at once.

Words wait for translators; a record that said one thing in English and another in French would contradict the counter.
"""

import json

from django.core.serializers.json import DjangoJSONEncoder
from wagtail_localize.models import TranslationSource

from membership.models import MemberPage, MemberState
from membership.panels import SAME_EVERYWHERE

__all__ = ["other_languages", "share_record"]

LINE = ("kind", "date", "precision", "number", "source_url", "sort_order")


def other_languages(page):
    """Return the pages of a member in other languages, without copies that follow another page.

    Args:
        page: a MemberPage.
    """
    found = MemberPage.objects.filter(translation_key=page.translation_key, alias_of=None)
    return list(found.exclude(pk=page.pk).select_related("locale").order_by("pk"))


def share_record(page, others, user=None):
    """Let a member's pages in other languages, and what translators work on, say the same facts.

    Args:
        page: the MemberPage in the source language, as it is stored.
        others: its pages in other languages.
        user: who changed the record.
    """
    for other in others:
        _share_with(page, other, user)
    sources = TranslationSource.objects.filter(object_id=page.translation_key, locale_id=page.locale_id)
    for source in sources:
        content, now = json.loads(source.content_json), json.loads(page.to_json())
        content |= {name: now[name] for name in (*SAME_EVERYWHERE, "states") if name in now}
        source.content_json = json.dumps(content, cls=DjangoJSONEncoder)
        source.save(update_fields=["content_json"])


def _share_with(page, other, user):
    clean = other.live and not other.has_unpublished_changes
    for name in SAME_EVERYWHERE:
        setattr(other, name, getattr(page, name))
    own = {line.translation_key: line for line in MemberState.objects.filter(page=other)}
    lines = [_copied(line, own.get(line.translation_key), other) for line in page.states.all()]
    if clean:
        other.states = lines
        # The record is the officers' in every language; they need no right on the words of these pages.
        revision = other.save_revision(user=user, changed=False, clean=False)
        revision.publish(user=user, log_action=False, skip_permission_checks=True)
        return
    # Somebody is at work on its words: what readers see is set right, and the words are left alone.
    MemberPage.objects.filter(pk=other.pk).update(**{name: getattr(page, name) for name in SAME_EVERYWHERE})
    for line in lines:
        line.page_id = other.pk
        line.save()


def _copied(line, known, other):
    known = known or MemberState(translation_key=line.translation_key, locale_id=other.locale_id)
    for name in LINE:
        setattr(known, name, getattr(line, name))
    return known
