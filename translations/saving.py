"""Saves a translation as a draft. What readers see stays as it is until a version is published."""

from wagtail.coreutils import find_available_slug
from wagtail.models import DraftStateMixin, Page
from wagtail_localize.models import Translation, TranslationLog

from common.slugs import slug_for


def save_draft(translation: Translation, user=None):
    """Save the words of a translation as a new version that waits to be published.

    wagtail-localize writes its draft into the page's own row, so that a page that is public changes at once, with the
    source's words wherever the translation has none. Here only the version is new.

    Args:
        translation: The translation of a page, or of a snippet that knows drafts.
        user: Who saves it.

    Returns:
        The page or snippet as it is in the new version.

    Raises:
        TypeError: If the snippet knows no drafts.
        django.core.exceptions.ValidationError: If the words do not fit into their fields.
    """
    source, locale = translation.source, translation.target_locale
    draft = source.get_ephemeral_translated_instance(locale, fallback=True)
    if not isinstance(draft, DraftStateMixin):
        raise TypeError(f"{type(draft).__name__} knows no drafts.")
    if isinstance(draft, Page):
        slug = slug_for(draft.slug, locale.language_code) or draft.slug
        draft.slug = free_slug_for(draft, slug)
    revision = draft.save_revision(user=user)
    if isinstance(draft, Page):
        source.update_target_view_restrictions(locale)
    TranslationLog.objects.create(source=source, locale=locale, revision=revision)
    return draft


def free_slug_for(page: Page, slug: str) -> str:
    """The slug, with a number where another page beside this one has it.

    Args:
        page: The page.
        slug: What its address shall end with.
    """
    return find_available_slug(page.get_parent(), slug, ignore_page_id=page.pk)
