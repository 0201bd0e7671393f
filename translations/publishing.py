"""What follows when words are translated or a page is published."""

from django.db.models.signals import post_save
from wagtail.models import Page
from wagtail.signals import page_published
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationContext

from common.slugs import slug_for
from translations.gate import mark_lost_tags


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
    post_save.connect(propose_slug, sender=StringTranslation)
    page_published.connect(share_schedule)
