"""What colleagues are told: who is asked, whose source changed, who was named in a comment."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from wagtail_localize.models import Translation

from translations.models import Brief, Letter, SegmentState
from translations.rights import may_translate


def tell(users: Iterable, kind: str, translation: Translation, by=None) -> list[Letter]:
    """Write letters, which leave when letters are sent; one that still waits is not written twice.

    Args:
        users: Who should hear of it. Who did it, who has no address, and who may not work on the translation, does not.
        kind: One of `Letter.Kind`.
        translation: What it is about.
        by: Who did it; None is the site itself.

    Returns:
        The letters that are new.
    """
    letters = []
    for user in {user.pk: user for user in users}.values():
        if user == by or not user.is_active or not user.email or not may_translate(user, translation):
            continue
        letter, made = Letter.objects.get_or_create(
            user=user, kind=kind, translation=translation, sent_at=None, defaults={"by": by}
        )
        letters += [letter] if made else []
    return letters


def tell_of_change(changes: Iterable, by=None) -> None:
    """Tell those who work on translations that their source changed, where there is something to do.

    Args:
        changes: What `translations.following.follow` returned.
        by: Who published the source.
    """
    for change in changes:
        if change.fuzzy or change.new:
            tell(workers(change.translation), Letter.Kind.CHANGED, change.translation, by)


def workers(translation: Translation) -> list:
    """Who works on a translation: who was asked to, else who wrote its words.

    Args:
        translation: The translation.
    """
    brief = Brief.objects.filter(translation=translation).select_related("assignee").first()
    if brief and brief.assignee:
        return [brief.assignee]
    writers = SegmentState.objects.filter(translation=translation).values("changed_by")
    return list(get_user_model().objects.filter(pk__in=writers))
