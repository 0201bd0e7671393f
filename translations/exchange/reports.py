"""What became of a file, segment by segment."""

import json
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Outcome(StrEnum):
    """What became of one segment, or of a file as a whole."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


LABELS = {
    Outcome.CREATED: _("Taken, new"),
    Outcome.UPDATED: _("Taken, changed"),
    Outcome.UNCHANGED: _("Unchanged"),
    Outcome.REFUSED: _("Refused"),
}


@dataclass(frozen=True)
class Line:
    """What became of one segment.

    Attributes:
        outcome: What became of it.
        place: Where it stands, in words.
        source: Its source, without tags.
        target: What the file has for it, without tags.
        reasons: Whole sentences: why it was refused, or what to look at.
        review: Whether it was taken in as something that a person still has to look at.
        warnings: How many of the reasons are warnings.
    """

    outcome: Outcome
    place: str = ""
    source: str = ""
    target: str = ""
    reasons: tuple[str, ...] = ()
    review: bool = False
    warnings: int = 0

    @property
    def label(self) -> str:
        """The outcome in words."""
        return LABELS[self.outcome]


@dataclass
class Part:
    """What became of one translation in a file; `problem` says why all of it was refused."""

    name: str
    title: str = ""
    language: str = ""
    translation_id: int | None = None
    problem: str = ""
    lines: list[Line] = field(default_factory=list)

    @property
    def told(self) -> list[Line]:
        """The lines that are worth reading: all but those where nothing happened."""
        return [line for line in self.lines if line.outcome is not Outcome.UNCHANGED or line.reasons]


@dataclass
class Report:
    """What became of everything that was sent."""

    parts: list[Part] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """Every segment of every part."""
        return [line for part in self.parts for line in part.lines]

    @property
    def review(self) -> int:
        """How many segments were taken in to be looked at."""
        return sum(line.review for line in self.lines)

    @property
    def counts(self) -> dict[str, int]:
        """How many segments there are of each outcome; a part that was refused as a whole counts as one."""
        counts = Counter(line.outcome.value for line in self.lines)
        counts[Outcome.REFUSED] += sum(1 for part in self.parts if part.problem)
        sums = {outcome.value: counts[outcome.value] for outcome in Outcome}
        return sums | {"warnings": sum(line.warnings for line in self.lines)}

    @property
    def shown(self) -> list[tuple[str, int]]:
        """The counts with their names, for people."""
        counts = self.counts
        pairs = [(LABELS[outcome], counts[outcome.value]) for outcome in Outcome]
        return [*pairs, (_("Needs review"), self.review), (_("Warnings"), counts["warnings"])]

    def summary(self) -> str:
        """The counts as one line of JSON."""
        return json.dumps(self.counts)
