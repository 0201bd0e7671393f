"""Fills open segments with proposals: of the memory first, then of an engine. A person confirms each of them."""

from dataclasses import dataclass

from wagtail_localize.models import Translation

from translations import engines
from translations.memory import exact_matches, matches_of_many
from translations.models import Origin, SegmentState, State
from translations.segments import Segment, segments_of
from translations.writing import languages_of, write_segment

CLOSE = 75


@dataclass
class Proposed:
    """How many segments got a proposal, and what went wrong.

    Attributes:
        exact: Known word by word.
        close: Known in a similar form.
        engine: Proposed by the engine.
        trouble: What to tell the person; empty if all went well.
    """

    exact: int = 0
    close: int = 0
    engine: int = 0
    trouble: str = ""

    @property
    def total(self) -> int:
        """All of them."""
        return self.exact + self.close + self.engine


def pretranslate(translation: Translation) -> Proposed:
    """Fill the new segments of a translation with proposals; addresses are left to their titles.

    Args:
        translation: The translation.

    Returns:
        What was proposed. Nothing that stands there already is replaced, and nothing is published.
    """
    proposed, languages = Proposed(), languages_of(translation)
    empty = [one for one in segments_of(translation) if one.state == State.NEW and not one.standing.is_slug]
    rest = _from_memory(translation, empty, proposed)
    if rest and engines.can_translate(*languages):
        _from_engine(translation, rest, proposed)
    return proposed


def _from_memory(translation: Translation, empty: list[Segment], proposed: Proposed) -> list[Segment]:
    languages = languages_of(translation)
    known = exact_matches(languages, {one.source for one in empty})
    close = matches_of_many(languages, {one.source for one in empty if one.source not in known}, CLOSE)
    rest = []
    for segment in empty:
        if segment.source in known:
            entry, proposed.exact = known[segment.source], proposed.exact + 1
        elif segment.source in close:
            entry, proposed.close = close[segment.source][0].entry, proposed.close + 1
        else:
            rest.append(segment)
            continue
        write_segment(translation, segment, entry.target_text, State.FUZZY, None, Origin.MEMORY)
        if segment.source not in known:
            _note_source(translation, segment, entry.source_text)
    return rest


def _note_source(translation: Translation, segment: Segment, previous: str) -> None:
    SegmentState.objects.filter(
        translation=translation, context=segment.record.context_id, string=segment.record.string_id
    ).update(previous_source=previous)


def _from_engine(translation: Translation, rest: list[Segment], proposed: Proposed) -> None:
    try:
        texts = engines.propose(*languages_of(translation), [one.source for one in rest])
    except engines.EngineError as error:
        proposed.trouble = str(error)
        return
    for segment, text in zip(rest, texts, strict=True):
        write_segment(translation, segment, text, State.MACHINE, None, Origin.ENGINE)
        proposed.engine += 1
