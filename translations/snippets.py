"""Publishing what knows no drafts: a theme, a frame or a quotation appears in its language when it is whole."""

from collections import defaultdict

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model, OuterRef, QuerySet, Subquery
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
    return bool(unpublished_among(Translation.objects.filter(pk=translation.pk)))


def unpublished_among(translations: QuerySet[Translation]) -> set[int]:
    """Which translations of snippets hold anything that readers do not see yet; one query, and one for each kind.

    Args:
        translations: A query set.

    Returns:
        Their primary keys.
    """
    records = with_publication(translations).select_related("source", "source__specific_content_type")
    kinds = defaultdict(list)
    for record in records.defer("source__content_json"):
        kinds[record.source.specific_content_type.model_class()].append(record)
    return {record.pk for kind, own in kinds.items() for record in _unpublished(kind, own)}


def _unpublished(kind: type[Model], records: list[Translation]) -> list[Translation]:
    rows = kind.objects.filter(translation_key__in=[one.source.object_id for one in records])
    there = set(rows.values_list("translation_key", "locale"))
    return [one for one in records if (one.source.object_id, one.target_locale_id) not in there or is_newer(one)]


def with_publication(translations: QuerySet[Translation]) -> QuerySet[Translation]:
    """Let a query of translations bring along when each was published and written last.

    Args:
        translations: A query set.

    Returns:
        The same, each record with `last_published` and `last_written`, which are None if it never was.
    """
    published = TranslationLog.objects.filter(source=OuterRef("source"), locale=OuterRef("target_locale"))
    written = StringTranslation.objects.filter(
        context__object=OuterRef("source__object"), locale=OuterRef("target_locale")
    )
    return translations.annotate(
        last_published=Subquery(published.order_by("-created_at").values("created_at")[:1]),
        last_written=Subquery(written.order_by("-updated_at").values("updated_at")[:1]),
    )


def is_newer(record: Translation) -> bool:
    """Whether a translation, or its source, was changed after it was last published.

    Args:
        record: A record out of `with_publication`, with its source.
    """
    if record.last_published is None:
        return True
    changes = (record.source.last_updated_at, record.last_written)
    return any(change is not None and change > record.last_published for change in changes)
