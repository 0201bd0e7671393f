"""The segments of a translation, in the order in which readers meet them, with their words and states."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translations.models import DONE, OPEN, UNSURE, SegmentState, State
from translations.standing import Standing, standing_of
from translations.words import count_words

Key = tuple[int, int]


@dataclass(frozen=True)
class Segment:
    """One segment of one translation.

    Attributes:
        record: wagtail-localize's record, with its string and context.
        state: One of `State`.
        text: The words in the target language, also if they are not done; empty if there are none.
        error: Why the words cannot be used, in a sentence; empty if they can.
        previous_source: What the source said before, if it changed since the words were written.
        standing: Where it stands.
        changed_by: Primary key of who answers for the words, or None.
        repeats: Whether the same source stood further up already.
        written_at: When the words were last changed.
    """

    record: StringSegment
    state: str = State.NEW
    text: str = ""
    error: str = ""
    previous_source: str = ""
    standing: Standing = field(default_factory=Standing)
    changed_by: int | None = None
    repeats: bool = False
    written_at: datetime | None = None

    @property
    def pk(self) -> int:
        """The primary key of the record."""
        return self.record.pk

    @property
    def key(self) -> Key:
        """Context and string, by which words, states, history and comments belong to it."""
        return (self.record.context_id, self.record.string_id)

    @property
    def source(self) -> str:
        """The words in the source language, with inline tags."""
        return self.record.string.data

    @property
    def done(self) -> bool:
        """Whether it may go to readers."""
        return self.state in DONE

    @property
    def words(self) -> int:
        """How many words the source has."""
        return count_words(self.source)


def segments_of(translation: Translation) -> list[Segment]:
    """All segments of a translation, in reading order, in three queries.

    Args:
        translation: The translation of a page or snippet, with its source.

    Returns:
        Segments. Words that were written past this room count as what wagtail-localize says of them.
    """
    records = list(
        StringSegment.objects.filter(source=translation.source_id)
        .select_related("string", "context")
        .order_by("order", "pk")
    )
    model = translation.source.specific_content_type.model_class()
    words, states = words_of(translation), states_of(translation)
    seen: set[str] = set()
    found = []
    for record in records:
        segment = _segment(record, words, states, standing_of(model, record.context.field_path or record.context.path))
        found.append(replace(segment, repeats=segment.source in seen))
        seen.add(segment.source)
    return found


def segment_of(translation: Translation, record: StringSegment) -> Segment:
    """One segment of a translation.

    Args:
        translation: The translation.
        record: wagtail-localize's record of it.
    """
    model = translation.source.specific_content_type.model_class()
    only = {"context": record.context_id}
    words, states = words_of(translation, **only), states_of(translation, **only)
    return _segment(record, words, states, standing_of(model, record.context.field_path or record.context.path))


def words_of(translation: Translation, **only) -> dict[Key, StringTranslation]:
    """The words of a translation, by context and string, with those that no segment uses any more."""
    rows = StringTranslation.objects.filter(
        context__object=translation.source.object_id, locale=translation.target_locale_id, **only
    ).select_related("translation_of")
    return {(row.context_id, row.translation_of_id): row for row in rows}


def states_of(translation: Translation, **only) -> dict[Key, SegmentState]:
    """The states of a translation, by context and string."""
    rows = SegmentState.objects.filter(translation=translation, **only)
    return {(row.context_id, row.string_id): row for row in rows}


def state_for(words: StringTranslation | None, kept: SegmentState | None) -> str:
    """The state of a segment.

    Args:
        words: Its words, if there are any.
        kept: What this room knows of it, if it knows it.

    Returns:
        One of `State`. Without words it is new; with an error it is a draft, unless nobody confirmed it yet.
    """
    if words is None:
        return State.NEW
    if words.has_error:
        return kept.state if kept and kept.state in UNSURE else State.DRAFT
    if kept is not None and kept.state != State.NEW:
        return kept.state
    return State.MACHINE if words.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE else State.TRANSLATED


def _segment(record: StringSegment, words: dict, states: dict, standing: Standing) -> Segment:
    key = (record.context_id, record.string_id)
    own, kept = words.get(key), states.get(key)
    return Segment(
        record,
        state_for(own, kept),
        own.data if own else "",
        (own.get_error() or "") if own and own.has_error else "",
        kept.previous_source if kept else "",
        standing,
        kept.changed_by_id if kept else (own.last_translated_by_id if own else None),
        written_at=own.updated_at if own else None,
    )


def open_segments(translation: Translation) -> list[Segment]:
    """The segments that keep a translation from readers, in reading order."""
    return [segment for segment in segments_of(translation) if segment.state in OPEN]
