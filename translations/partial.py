"""Publishes the title and the summary of a translation first, and says so; the text follows."""

from collections import defaultdict

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.models import Translation

from common.gates import obstacles
from common.slugs import slug_for
from translations.models import Lag, State
from translations.review import NotReadyError
from translations.rights import may_publish, target_of
from translations.saving import free_slug_for
from translations.segments import Segment, segments_of

FIRST = ("title", "slug", "summary")


def reasons_against_part(translation: Translation, user) -> list[str]:
    """Why a translation cannot be published in parts.

    Args:
        translation: The translation of a page.
        user: Who wants to publish it.

    Returns:
        Whole sentences; empty if nothing stands in the way.
    """
    page = target_of(translation)
    if not isinstance(page, Page) or not may_publish(user, page):
        return [_("You may not publish this.")]
    if page.live:
        return [_("This page is public already.")]
    if not translation.source.get_source_instance().live:
        return [_("The source is not published yet. A translation can go live only after it.")]
    first = [one for one in segments_of(translation) if _field(one) in FIRST]
    if not all(one.done for one in first):
        return [_("Title, address and summary must be done first.")]
    if any(one.changed_by == user.pk and one.state != State.REVIEWED for one in first):
        return [_("You wrote these words, so someone else has to publish them.")]
    return []


@transaction.atomic
def publish_part(translation: Translation, user) -> None:
    """Publish what is translated of the title and the summary, and leave out every field with open segments.

    Args:
        translation: The translation of a page.
        user: Who publishes it.

    Raises:
        NotReadyError: With the reasons, if it cannot be published.
    """
    reasons = reasons_against_part(translation, user)
    if reasons:
        raise NotReadyError(reasons)
    page = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    open_by_field = defaultdict(list)
    for segment in segments_of(translation):
        if not segment.done:
            open_by_field[_field(segment)].append(segment)
    for name in open_by_field:
        _leave_out(page, name)
    page.slug = free_slug_for(page, slug_for(page.slug, translation.target_locale.language_code) or page.slug)
    found = obstacles(page)
    if found:
        raise NotReadyError([one.message for one in found])
    page.save_revision(user=user).publish(user=user)
    Lag.objects.update_or_create(translation=translation, defaults={"since": timezone.now(), "partial": True})


def _field(segment: Segment) -> str:
    return segment.record.context.path.partition(".")[0]


def _leave_out(page: Page, name: str) -> None:
    """Empty a field, so that no word of the source goes to readers as if it were translated."""
    field = page._meta.get_field(name)
    if isinstance(field, StreamField) or isinstance(getattr(field, "remote_field", None), ParentalKey):
        setattr(page, name, [])
    elif field.blank:
        setattr(page, name, "")
    else:
        names = {"field": field.verbose_name}
        raise NotReadyError([_("“%(field)s” cannot be left out. Translate it first.") % names])
