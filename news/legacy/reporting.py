"""Tells what an import did: a sentence for each line, a bar on a terminal, and the sums."""

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TextIO

__all__ = ["Outcome", "Progress", "Report"]

RESULTS = ("created", "updated", "unchanged", "refused", "warnings")
WIDTH = 30
HUNDRED = 100
LONGEST = 1_000


@dataclass
class Outcome:
    """What became of one line.

    Attributes:
        line: Its number.
        result: "created", "updated", "unchanged" or "refused".
        story: The story, as far as it is known: "57 en".
        reason: Why, or where the story stands now.
        changes: What was put right.
        warnings: What somebody should look at.
    """

    line: int
    result: str
    story: str = ""
    reason: str = ""
    changes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def sentence(self) -> str:
        """The outcome in one line of plain text, without anything that could steer a terminal."""
        parts = [f"line {self.line}", self.story, f"{self.result}{f', {self.reason}' if self.reason else ''}"]
        parts += [f"changed: {'; '.join(self.changes)}"] if self.changes else []
        parts += [f"warning: {'; '.join(self.warnings)}"] if self.warnings else []
        text = ": ".join(part for part in parts if part)[:LONGEST]
        return "".join(character if character.isprintable() else " " for character in text)


class Progress:
    """A bar on a terminal; nothing anywhere else."""

    def __init__(self, stream: TextIO, total: int) -> None:
        """Remember where the bar goes.

        Args:
            stream: Standard error.
            total: The length of the file in bytes.
        """
        self.stream, self.total = stream, max(total, 1)
        self.shown = -1
        self.alive = bool(getattr(stream, "isatty", lambda: False)())

    def show(self, done: int, counted: int) -> None:
        """Draw the bar where it has grown.

        Args:
            done: Bytes read.
            counted: Lines done.
        """
        share = min(HUNDRED, done * HUNDRED // self.total)
        if self.alive and share != self.shown:
            self.shown = share
            bar = "█" * (share * WIDTH // HUNDRED)
            self.stream.write(f"\r[{bar:<{WIDTH}}] {share:3d} %, {counted} lines")
            self.stream.flush()

    def clear(self) -> None:
        """Take the bar away, so that a line can be written."""
        if self.alive and self.shown >= 0:
            self.shown = -1
            self.stream.write("\r\x1b[K")


class Report:
    """Writes a sentence for each line and adds up."""

    def __init__(self, stream: TextIO, progress: Progress) -> None:
        """Remember where the sentences go.

        Args:
            stream: A file, or standard error.
            progress: The bar to take away before a sentence is written.
        """
        self.stream, self.progress = stream, progress
        self.counts = Counter()

    def add(self, outcome: Outcome) -> None:
        """Write an outcome and count it.

        Args:
            outcome: What became of a line.
        """
        self.counts[outcome.result] += 1
        self.counts["warnings"] += len(outcome.warnings)
        self.say(outcome.sentence())

    def say(self, sentence: str) -> None:
        """Write a sentence.

        Args:
            sentence: Plain text.
        """
        if self.stream is self.progress.stream:
            self.progress.clear()
        self.stream.write(f"{sentence}\n")

    def summary(self) -> str:
        """The sums as JSON."""
        return json.dumps({name: self.counts[name] for name in RESULTS})
