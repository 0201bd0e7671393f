"""The lines of the workbench: each segment with what a translator needs to see beside it."""

from collections import Counter
from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from wagtail_localize.models import Translation

from translations.memory import EXACT, Match, matches_of_many
from translations.models import OPEN, SegmentComment, State
from translations.quality.findings import Finding, findings_of
from translations.quality.vocabulary import Term, approved_terms, terms_in
from translations.segments import Segment
from translations.showing import differences, editable, shown_source
from translations.words import digest
from translations.writing import languages_of, pair_for


@dataclass(frozen=True)
class Offer:
    """A match of the memory, as it is shown."""

    score: int
    text: str
    changes: SafeString
    place: str


@dataclass(frozen=True)
class Row:
    """One line of the workbench."""

    number: int
    segment: Segment
    source: SafeString
    text: str
    seen: str
    terms: list[Term] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    changes: SafeString | str = ""
    comments: int = 0
    typed: bool = False

    @property
    def lines(self) -> int:
        """How high the field to write in is."""
        return max(2, min(12, len(self.text or self.segment.source) // 60 + 1))

    @property
    def state_label(self) -> str:
        """The state in words."""
        return State(self.segment.state).label


def rows_for(
    translation: Translation, segments: list[Segment], shown: list[Segment], typed: dict[int, str] | None = None
) -> list[Row]:
    """The lines of the workbench, in four queries however many there are.

    Args:
        translation: The translation.
        segments: All its segments, in order.
        shown: Those of them to show.
        typed: What a person typed that could not be kept, by primary key of the segment.

    Returns:
        One line for each segment that is shown, with its number among all.
    """
    languages, typed = languages_of(translation), typed or {}
    terms = approved_terms(*languages)
    offers = matches_of_many(languages, {one.source for one in shown if one.state in OPEN and not one.standing.is_slug})
    numbers = {one.pk: number for number, one in enumerate(segments, 1)}
    comments = Counter(
        SegmentComment.objects.filter(translation=translation, resolved_at=None).values_list("context", "string")
    )
    return [
        row_for(
            translation, numbers[one.pk], one, terms, offers.get(one.source, []), comments[one.key], typed.get(one.pk)
        )
        for one in shown
    ]


def row_for(
    translation: Translation,
    number: int,
    segment: Segment,
    terms: list[Term],
    offered: list[Match],
    comments: int = 0,
    typed: str | None = None,
) -> Row:
    """One line of the workbench.

    Args:
        translation: The translation.
        number: Its place in the list.
        segment: The segment.
        terms: All approved terms of the pair of languages.
        offered: Matches of the memory.
        comments: How many comments wait for an answer.
        typed: What was typed and not kept.
    """
    used = [] if segment.standing.is_slug else terms_in(segment.source, terms)
    return Row(
        number=number,
        segment=segment,
        source=shown_source(segment.source, used),
        text=editable(segment.text) if typed is None else typed,
        seen=seen_mark(segment),
        terms=used,
        offers=[offer_of(match, segment.source) for match in offered if match.entry.target_text != segment.text],
        findings=findings_of(pair_for(translation, segment, terms=tuple(used))),
        changes=differences(segment.previous_source, segment.source) if segment.previous_source else "",
        comments=comments,
        typed=typed is not None,
    )


def offer_of(match: Match, source: str) -> Offer:
    """A match as it is shown: with what differs between its source and the one to translate."""
    changes = differences(match.entry.source_text, source) if match.score < EXACT else ""
    return Offer(match.score, editable(match.entry.target_text), changes, match.entry.place)


def seen_mark(segment: Segment) -> str:
    """A mark of the words that a person has before them, by which a change by someone else in between is noticed."""
    return digest(f"{segment.source}\x1f{segment.text}")
