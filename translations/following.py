"""What a change of the source does to its translations: words stay where they can, and nothing is published."""

from dataclasses import dataclass

from django.db import transaction
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from translations.extracting import take_over
from translations.likeness import likeness
from translations.models import Origin, SegmentState, State
from translations.segments import Key, segments_of, state_for, states_of, words_of
from translations.words import plain
from translations.writing import write_segment

ALIKE = 50
MUCH_ALIKE = 75


@dataclass(frozen=True)
class Old:
    """A segment as it was before the source changed."""

    key: Key
    path: str
    source: str


@dataclass(frozen=True)
class Change:
    """What a change of the source did to one translation."""

    translation: Translation
    kept: int = 0
    fuzzy: int = 0
    new: int = 0


@transaction.atomic
def follow(instance) -> list[Change]:
    """Take a changed source over into its translations.

    Args:
        instance: The page or snippet that was published, in its source language.

    Returns:
        What became of each translation that has something to do; empty if there are none, or nothing changed.

    Raises:
        ValueError: If the source holds markup that cannot be translated; its translations stay as they are.
    """
    source = TranslationSource.objects.filter(
        object_id=instance.translation_key, locale=instance.locale_id, translations__enabled=True
    ).first()
    if source is None:
        return []
    before = old_segments(source)
    source = take_over(instance)
    after = {old.key for old in old_segments(source)}
    gone = [old for old in before if old.key not in after]
    arrived = after - {old.key for old in before}
    if not arrived and not gone:
        return []
    records = source.translations.filter(enabled=True).select_related("target_locale", "source__locale")
    return [carry_over(translation, before, gone, arrived) for translation in records]


def old_segments(source: TranslationSource) -> list[Old]:
    """The segments of a source as they are now, to compare with those of later."""
    rows = StringSegment.objects.filter(source=source).select_related("string", "context").order_by("order")
    return [Old((row.context_id, row.string_id), row.context.path, row.string.data) for row in rows]


def carry_over(translation: Translation, before: list[Old], gone: list[Old], arrived: set[Key]) -> Change:
    """Give new segments the words of those they came from.

    A sentence that only moved keeps its words and its state. One that changed gets the words of the sentence it was,
    as fuzzy, with the old source beside it. An address keeps its words whatever its source becomes.

    Args:
        translation: The translation.
        before: The segments as they were.
        gone: Those that are no more.
        arrived: Context and string of those that are new.

    Returns:
        How many segments of each kind there are.
    """
    words, states = words_of(translation), states_of(translation)
    counts = {"kept": 0, "fuzzy": 0, "new": 0}
    for segment in segments_of(translation):
        if segment.key not in arrived:
            continue
        if segment.key in words:
            counts["kept"] += 1
            continue
        same = [old for old in before if old.source == segment.source and old.key in words]
        source = same[0] if same else _ancestor(segment, gone, words)
        counts[_give(translation, segment, source, words, states) if source else "new"] += 1
    return Change(translation, **counts)


def _ancestor(segment, gone: list[Old], words: dict) -> Old | None:
    """The sentence that this one was before: the most alike in its place, or a very similar one elsewhere."""
    text = plain(segment.source)
    path = segment.record.context.path
    scored = []
    for old in gone:
        if old.key not in words:
            continue
        score = likeness(plain(old.source), text)
        here = old.path == path
        if (here and segment.standing.is_slug) or score >= (ALIKE if here else MUCH_ALIKE):
            scored.append((here, score, old))
    return max(scored, key=lambda one: one[:2])[2] if scored else None


def _give(translation: Translation, segment, old: Old, words: dict, states: dict) -> str:
    own, kept = words[old.key], states.get(old.key)
    state = state_for(own, kept)
    moved = old.source == segment.source or segment.standing.is_slug
    if not moved and (state == State.KEEP_SOURCE or not plain(own.data)):
        return "new"
    if moved:
        state, writer = (State.TRANSLATED if state == State.REVIEWED else state), own.last_translated_by
    else:
        state, writer = State.FUZZY, None
    write_segment(translation, segment, own.data, state, writer, Origin.SOURCE)
    if state == State.FUZZY:
        previous = (kept.previous_source if kept else "") or old.source
        _remember_previous(translation, segment, previous)
    return "kept" if moved else "fuzzy"


def _remember_previous(translation: Translation, segment, previous: str) -> None:
    SegmentState.objects.filter(
        translation=translation, context=segment.record.context_id, string=segment.record.string_id
    ).update(previous_source=previous)
