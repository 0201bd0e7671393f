"""Takes words that were written by hand into a page back into its segments, before segments are poured over them."""

from collections import defaultdict

from wagtail.models import Page, RevisionMixin
from wagtail_localize.models import Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from translations.models import Origin, State
from translations.segments import segments_of
from translations.writing import write_segment


def absorb(instance, user) -> int:
    """Take the words of a translated page or snippet into the segments of its stopped translation.

    A place whose sentences are as many as those of the source is taken word by word; where they are not, the segments
    keep what they had, since nobody can say which sentence belongs to which.

    Args:
        instance: The page or snippet, whose newest version counts.
        user: Who starts the translation again.

    Returns:
        How many segments got other words.
    """
    translation = (
        Translation.objects.filter(
            source__object_id=instance.translation_key, target_locale=instance.locale_id, enabled=False
        )
        .select_related("source__locale", "source__specific_content_type", "target_locale")
        .first()
    )
    if translation is None:
        return 0
    instance = instance.specific if isinstance(instance, Page) else instance
    newest = instance.get_latest_revision_as_object() if isinstance(instance, RevisionMixin) else instance
    written = _by_path(newest)
    changed = 0
    for path, segments in _segments_by_path(translation).items():
        if len(segments) != len(written[path]):
            continue
        for segment, text in zip(segments, written[path], strict=True):
            if text not in (segment.text, segment.source):
                write_segment(translation, segment, text, State.TRANSLATED, user, Origin.CLASSIC)
                changed += 1
    return changed


def _by_path(instance) -> dict[str, list[str]]:
    found = defaultdict(list)
    for value in extract_segments(instance):
        if isinstance(value, StringSegmentValue):
            found[value.path].append(value.string.data)
    return found


def _segments_by_path(translation: Translation) -> dict[str, list]:
    found = defaultdict(list)
    for segment in segments_of(translation):
        found[segment.record.context.path].append(segment)
    return found
