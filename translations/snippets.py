"""Publishing what knows no drafts: a theme, a frame or a quotation appears in its language when it is whole."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin
from wagtail_localize.models import StringTranslation, Translation, TranslationLog

from common.gates import obstacles
from translations.gate import problems
from translations.rights import may_publish, target_of


def reasons_against_publishing(translation: Translation, user) -> list[str]:
    """Why a person cannot publish the translation of a snippet.

    Args:
        translation: The translation.
        user: The person.

    Returns:
        Whole sentences; empty if nothing stands in the way.
    """
    instance = target_of(translation)
    if isinstance(instance, DraftStateMixin) or not may_publish(user, instance):
        return [_("You may not publish this.")]
    return problems(translation)


def publish_snippet(translation: Translation, user) -> list[str]:
    """Publish the translation of a snippet.

    Args:
        translation: The translation.
        user: Who publishes it.

    Returns:
        Why it is not published, in whole sentences; empty if it is.
    """
    reasons = reasons_against_publishing(translation, user)
    if reasons:
        return reasons
    try:
        with transaction.atomic():
            translation.save_target(user=user, publish=True)
            held = [f"{one.label}: {one.message}" for one in obstacles(translation.get_target_instance())]
            if held:
                transaction.set_rollback(True)
    except ValidationError as error:
        return error.messages
    return held


def has_unpublished_words(translation: Translation) -> bool:
    """Whether the translation of a snippet holds anything that readers do not see yet.

    Args:
        translation: The translation.
    """
    if target_of(translation).pk is None:
        return True
    records = TranslationLog.objects.filter(source=translation.source_id, locale=translation.target_locale_id)
    last = records.order_by("-created_at").values_list("created_at", flat=True).first()
    words = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale_id
    )
    return last is None or translation.source.last_updated_at > last or words.filter(updated_at__gt=last).exists()
