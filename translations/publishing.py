"""What follows when words are translated or a page is published."""

import logging

from django.db.models.signals import post_save
from modelcluster.fields import ParentalKey
from wagtail.log_actions import get_active_log_context
from wagtail.models import DraftStateMixin, Page, get_translatable_models
from wagtail.signals import page_published, published
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationContext

from common.slugs import slug_for
from translations.following import follow
from translations.gate import mark_lost_tags
from translations.letters import tell_of_change
from translations.readers import forget_lag, note_lags
from translations.writing import adopt

log = logging.getLogger("alliance.translations")


def follow_source(instance, **_signal) -> None:
    """Take a published source over into its translations at once; what readers see of them stays as it is.

    Args:
        instance: The page or snippet that was published.
        _signal: What the signal sends besides; not used.
    """
    try:
        changes = follow(instance)
    except ValueError:
        # The publication itself must not fail; the board goes on to show the translations as outdated.
        log.exception("The translations of %r could not follow it.", instance)
        return
    tell_of_change(changes, get_active_log_context().user)
    note_lags([change.translation for change in changes if change.fuzzy or change.new])


def catch_up(instance: Page, **_signal) -> None:
    """Take the notice of a lag away once a translation was published.

    Args:
        instance: The page that was published.
        _signal: What the signal sends besides; not used.
    """
    forget_lag(instance)


def follow_snippet(instance, **signal) -> None:
    """The same for snippets that know drafts; pages have a signal of their own."""
    if not isinstance(instance, Page):
        follow_source(instance, **signal)


def keep_classic(instance: StringTranslation, update_fields=None, **_signal) -> None:
    """Give words that were written past this room, such as in the classic view, a state, a history and a memory.

    Args:
        instance: The words.
        update_fields: The fields that were saved, or None for all.
        _signal: What the signal sends besides; not used.
    """
    if getattr(instance, "written_here", False) or instance.context is None:
        return
    if update_fields is None or "data" in update_fields:
        adopt(instance)


def share_schedule(instance: Page, **_signal) -> None:
    """Let translations expire with their source: whichever of them is published takes the day from the source.

    Args:
        instance: The page that was published.
        _signal: What the signal sends besides; not used.
    """
    records = Translation.objects.filter(source__object_id=instance.translation_key, enabled=True)
    pairs = list(records.values_list("source__locale", "target_locale"))
    if not pairs:
        return
    source_locale = pairs[0][0]
    family = Page.objects.filter(translation_key=instance.translation_key)
    day = family.filter(locale=source_locale).values_list("expire_at", flat=True).first()
    family.filter(locale__in=[target for _source, target in pairs]).update(expire_at=day)


def propose_slug(instance: StringTranslation, **_signal) -> None:
    """Make the address of a translated page from its translated title, until the translator writes another.

    Args:
        instance: The segment that was saved.
        _signal: What the signal sends besides; not used.
    """
    if instance.context is None or instance.context.path != "title":
        return
    context = TranslationContext.objects.filter(object_id=instance.context.object_id, path="slug").first()
    segment = StringSegment.objects.filter(context=context).first() if context else None
    slug = slug_for(instance.data, instance.locale.language_code)
    if segment is None or not slug:
        return
    StringTranslation.objects.get_or_create(
        translation_of=segment.string,
        locale=instance.locale,
        context=context,
        defaults={"data": slug, "translation_type": instance.translation_type, "tool_name": ""},
    )


def listen() -> None:
    """Connect the reactions; called once when the app is ready."""
    post_save.connect(mark_lost_tags, sender=StringTranslation)
    post_save.connect(keep_classic, sender=StringTranslation)
    post_save.connect(propose_slug, sender=StringTranslation)
    page_published.connect(share_schedule)
    page_published.connect(follow_source)
    page_published.connect(catch_up)
    published.connect(follow_snippet)
    for model in get_translatable_models():
        if not issubclass(model, DraftStateMixin) and not _is_child(model):
            post_save.connect(follow_source, sender=model)


def _is_child(model) -> bool:
    return any(isinstance(field, ParentalKey) for field in model._meta.local_fields)
