"""What keeps a translation from readers: missing words, lost links, a source that is not public."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import DraftStateMixin
from wagtail_localize.models import StringTranslation, Translation

from common.gates import obstacles
from common.plain import extract
from common.registry import Registry
from translations.models import UNSURE
from translations.quality.markup import lost_tags
from translations.saving import save_draft
from translations.segments import Segment, open_segments

NAMED = 5
LENGTH = 60


def mark_lost_tags(instance: StringTranslation, **_signal) -> None:
    """Refuse a segment that has lost a link or an emphasis; a receiver of `post_save`.

    Args:
        instance: The segment that was saved; gets an error that the editor shows.
        _signal: What the signal sends besides; not used.
    """
    if instance.has_error:
        return
    tags = lost_tags(instance.translation_of.data, instance.data)
    if tags:
        instance.has_error = True
        instance.field_error = _("Links and emphasis must be the same as in the source. Please check: %(tags)s.") % {
            "tags": ", ".join(f"<{tag}>" for tag in tags)
        }
        StringTranslation.objects.filter(pk=instance.pk).update(has_error=True, field_error=instance.field_error)


# What other rooms hold against a translation.
_obstacles = Registry("obstacle")


def obstacle(find: Callable) -> Callable:
    """Add something that keeps a translation from readers; a decorator.

    Args:
        find: Takes the source page or snippet and the target locale, and yields whole sentences.

    Returns:
        The function itself.

    Raises:
        ValueError: If there is an obstacle of this name already.
    """
    return _obstacles.add(find)


def problems(translation: Translation, segments: list[Segment] | None = None) -> list[str]:
    """Why a translation cannot be published or handed in.

    Args:
        translation: The translation of a page or snippet.
        segments: All its segments, if they are at hand.

    Returns:
        Whole sentences; empty if nothing stands in the way.
    """
    found = []
    source = translation.source_at_hand = translation.source.get_source_instance()
    if isinstance(source, DraftStateMixin) and not source.live:
        found.append(_("The source is not published yet. A translation can go live only after it."))
    for find in _obstacles:
        found += find(source, translation.target_locale)
    open_ones = open_segments(translation) if segments is None else [one for one in segments if not one.done]
    unsure = [segment for segment in open_ones if segment.state in UNSURE]
    missing = [segment for segment in open_ones if segment.state not in UNSURE]
    return found + ([_missing_sentence(missing)] if missing else []) + ([_unsure_sentence(unsure)] if unsure else [])


def _missing_sentence(missing: list[Segment]) -> str:
    return ngettext(
        "%(count)d segment is missing, a draft, or has an error: %(segments)s",
        "%(count)d segments are missing, drafts, or have errors: %(segments)s",
        len(missing),
    ) % {"count": len(missing), "segments": _quoted(missing)}


def _unsure_sentence(unsure: list[Segment]) -> str:
    return ngettext(
        "%(count)d segment was proposed and not yet confirmed by a person: %(segments)s",
        "%(count)d segments were proposed and not yet confirmed by a person: %(segments)s",
        len(unsure),
    ) % {"count": len(unsure), "segments": _quoted(unsure)}


def _quoted(segments: list[Segment]) -> str:
    quoted = [f"“{extract(segment.source, LENGTH)}”" for segment in segments[:NAMED]]
    return ", ".join([*quoted, "…"] if len(segments) > NAMED else quoted)


def held_words(translation: Translation, user) -> list[str]:
    """Save the translation of a page as a draft, and say which of its words keep it from readers.

    Args:
        translation: The translation of a page.
        user: Who saves it.

    Returns:
        Whole sentences; empty if nothing stands in the way. The words stay in the draft.
    """
    save_draft(translation, user)
    page = translation.get_target_instance().specific
    found = obstacles(page.get_latest_revision_as_object())
    return [f"{one.label}: {one.message}" for one in found]


def held_snippet(translation: Translation) -> list[str]:
    """Say which words keep the translation of a snippet from readers.

    Args:
        translation: The translation of a snippet.

    Returns:
        Whole sentences; empty if nothing stands in the way.
    """
    snippet = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
    return [f"{one.label}: {one.message}" for one in obstacles(snippet)]


def translation_of(instance) -> Translation | None:
    """The record by which a page or snippet is kept as a translation.

    Args:
        instance: A translatable page or snippet.

    Returns:
        The enabled record whose target it is, or None if it is a source or on its own.
    """
    return (
        Translation.objects.filter(
            source__object_id=instance.translation_key, target_locale=instance.locale_id, enabled=True
        )
        .select_related("source", "source__locale", "target_locale")
        .first()
    )
