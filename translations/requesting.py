"""Asking for translations: a page appears in its new language as a draft, with a brief beside it.

What knows no drafts, such as a theme, would be public in the words of its source at once. It appears when its
translation is published (`translations.snippets`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.coreutils import find_available_slug
from wagtail.models import DraftStateMixin, Locale, Page, Revision, TranslatableMixin
from wagtail_localize.models import StringTranslation, Translation, TranslationLog, TranslationSource

from translations.extracting import take_over
from translations.letters import tell
from translations.models import Brief, Letter
from translations.rights import may_start

HOME_DEPTH = 2


@dataclass(frozen=True)
class Wish:
    """What is asked for with a translation."""

    deadline: date | None = None
    assignee: object = None
    note: str = ""
    alone: bool = False


def reasons_against(instance, locale: Locale, user, *, alone: bool = False) -> list[str]:
    """Why a translation cannot be started.

    Args:
        instance: The page or snippet in its source language.
        locale: The language it shall appear in.
        user: Who asks for it.
        alone: Whether it may stand below the front page where the page above it is not translated.

    Returns:
        Whole sentences; empty if nothing stands in the way.
    """
    names = {"title": str(instance), "language": locale.get_display_name()}
    if locale.pk == instance.locale_id:
        return [_("“%(title)s” is in %(language)s already.") % names]
    if not isinstance(instance, Page):
        return [] if may_start(user, instance, locale) else [_not_allowed(names)]
    parent = translated_parent(instance, locale) or (front_page(instance, locale) if alone else None)
    if parent is None and instance.depth > HOME_DEPTH:
        names["parent"] = instance.get_parent().title
        return [_("“%(parent)s” is not translated into %(language)s yet. Translate it first.") % names]
    return [] if may_start(user, instance, locale, parent) else [_not_allowed(names)]


def _not_allowed(names: dict) -> str:
    return _("You may not start a translation of “%(title)s” into %(language)s.") % names


def translated_parent(page: Page, locale: Locale) -> Page | None:
    """The page below which a translation will stand; None if the parent has none in that language."""
    if page.depth <= HOME_DEPTH:
        return None
    return page.get_parent().get_translations(inclusive=True).filter(alias_of=None, locale=locale).first()


def front_page(page: Page, locale: Locale) -> Page | None:
    """The front page of a language, below which a single page can stand whose own parent is not translated."""
    top = page.get_ancestors().filter(depth=HOME_DEPTH).first()
    return top.get_translations(inclusive=True).filter(alias_of=None, locale=locale).first() if top else None


def place_alone(page: Page, locale: Locale, user) -> None:
    """Put a draft of a page straight below the front page of a language.

    Args:
        page: The source, whose parent is not translated into the language.
        locale: The language.
        user: Who asks for it.
    """

    def localise_child(_original, _copy, _relation, child) -> None:
        if isinstance(child, TranslatableMixin):
            child.locale = locale

    parent = front_page(page, locale)
    page.copy(
        to=parent,
        update_attrs={"locale": locale, "slug": find_available_slug(parent, page.slug)},
        copy_revisions=False,
        keep_live=False,
        reset_translation_key=False,
        process_child_object=localise_child,
        user=user,
        log_action=None,
    )


def other_source(instance) -> TranslationSource | None:
    """The page of which a page and its family are translations already, if it is another one."""
    return (
        TranslationSource.objects.filter(object_id=instance.translation_key, translations__enabled=True)
        .exclude(locale=instance.locale_id)
        .select_related("locale")
        .first()
    )


@transaction.atomic
def start(instance, locales: Iterable[Locale], user, wish: Wish | None = None) -> list[Translation]:
    """Start translations. Who may do so is for the caller to ask (`reasons_against`).

    Args:
        instance: The page or snippet in its source language.
        locales: The languages it shall appear in.
        user: Who asks for it.
        wish: By when, of whom, and what to mind.

    Returns:
        The translations. What knows drafts begins as one; what does not is made when it is published.

    Raises:
        ValueError: If a text holds markup that cannot be translated.
    """
    source = take_over(instance)
    for related in source.relatedobjectsegment_set.select_related("object"):
        _start_related(related.get_source_instance(), locales, user)
    return [_start_one(source, instance, locale, user, wish) for locale in locales]


def _start_related(instance, locales: Iterable[Locale], user) -> None:
    missing = [locale for locale in locales if instance is not None and not instance.has_translation(locale)]
    if missing:
        source = take_over(instance)
        for locale in missing:
            _start_one(source, instance, locale, user, None)


def _start_one(source: TranslationSource, instance, locale: Locale, user, wish: Wish | None) -> Translation:
    translation, made = Translation.objects.get_or_create(source=source, target_locale=locale)
    if not translation.enabled:
        translation.enabled = True
        translation.save(update_fields=["enabled"])
    if isinstance(instance, DraftStateMixin) and (made or not instance.has_translation(locale)):
        if wish and wish.alone and isinstance(instance, Page) and translated_parent(instance, locale) is None:
            place_alone(instance, locale, user)
        _make_draft(source, instance, locale, user)
    brief(translation, user, wish or Wish())
    return translation


def _make_draft(source: TranslationSource, instance, locale: Locale, user) -> None:
    """Make the draft of a page; a copy is enough where the source is public and nobody wrote a word of it yet."""
    words = StringTranslation.objects.filter(context__object=source.object_id, locale=locale)
    if isinstance(instance, Page) and instance.live and not instance.has_translation(locale) and not words.exists():
        page = instance.specific.copy_for_translation(locale)
        Revision.objects.filter(pk=page.latest_revision_id).update(user=user)
        TranslationLog.objects.create(source=source, locale=locale, revision_id=page.latest_revision_id)
        return
    try:
        source.create_or_update_translation(locale, user=user, publish=False, fallback=True)
    except ValidationError as error:
        raise ValueError("; ".join(error.messages)) from error


def brief(translation: Translation, user, wish: Wish) -> Brief:
    """Say with a translation by when it is wanted, of whom, and what to mind; the assignee is told.

    Args:
        translation: The translation.
        user: Who asks for it.
        wish: What is asked for; it replaces what was asked for before.
    """
    values = {"deadline": wish.deadline, "assignee": wish.assignee, "note": wish.note}
    before = None
    kept, made = Brief.objects.get_or_create(translation=translation, defaults=values | {"requested_by": user})
    if not made:
        before = kept.assignee_id
        kept.deadline, kept.assignee, kept.note = wish.deadline, wish.assignee, wish.note
        kept.save(update_fields=list(values))
    if wish.assignee is not None and wish.assignee.pk != before:
        tell([wish.assignee], Letter.Kind.ASSIGNED, translation, user)
    return kept
