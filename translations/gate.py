"""What keeps a translation from readers: missing words, lost links, a source that is not public."""

import re
from collections import Counter

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import DraftStateMixin
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from common.plain import extract

TAG = re.compile(r"<\s*([a-z][a-z0-9]*)")
FREE = {"br", "span"}
NAMED = 5
LENGTH = 60


def lost_tags(source: str, translated: str) -> list[str]:
    """The tags that a translation has lost or added.

    Args:
        source: The segment in the source language.
        translated: The segment as it is translated.

    Returns:
        Names of tags such as "a" and "b", in alphabetical order; line breaks may differ.
    """
    before, after = _tags(source), _tags(translated)
    return sorted(((before - after) + (after - before)).keys())


def _tags(markup: str) -> Counter:
    return Counter(tag for tag in TAG.findall(markup) if tag not in FREE)


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


def missing_segments(translation: Translation) -> list[StringSegment]:
    """The segments that have no valid translation.

    Args:
        translation: The translation of a page or snippet.

    Returns:
        Segments in reading order.
    """
    done = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=translation.target_locale_id,
        has_error=False,
    )
    segments = StringSegment.objects.filter(~Exists(done), source=translation.source_id)
    return list(segments.select_related("string", "context").order_by("order"))


def problems(translation: Translation) -> list[str]:
    """Why a translation cannot be published or handed in.

    Args:
        translation: The translation of a page or snippet.

    Returns:
        Whole sentences; empty if nothing stands in the way.
    """
    found = []
    source = translation.source.get_source_instance()
    if isinstance(source, DraftStateMixin) and not source.live:
        found.append(_("The source is not published yet. A translation can go live only after it."))
    missing = missing_segments(translation)
    if missing:
        found.append(_missing_sentence(missing))
    return found


def _missing_sentence(missing: list[StringSegment]) -> str:
    quoted = [f"“{extract(segment.string.data, LENGTH)}”" for segment in missing[:NAMED]]
    if len(missing) > NAMED:
        quoted.append("…")
    return ngettext(
        "%(count)d segment is missing or has an error: %(segments)s",
        "%(count)d segments are missing or have errors: %(segments)s",
        len(missing),
    ) % {"count": len(missing), "segments": ", ".join(quoted)}


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
