"""What a file says, before anybody asked whether it fits the site: sheets of entries, one sheet a translation."""

from dataclasses import dataclass, field

from translations.exchange.inline import Piece
from translations.models import DONE, State
from translations.words import clean, digest

STAMP_LENGTH = 12
NONE, REVIEW, READY, CONFIRMED = "none", "review", "ready", "confirmed"


@dataclass(frozen=True)
class Entry:
    """One segment as a file has it.

    Attributes:
        key: How the file names the segment.
        source: Its source, as pieces or as markup; None if the file does not have it.
        target: Its translation, the same way; None if there is none.
        state: What the file says of it, one of `State`; empty if it says nothing.
        exported: The stamp of what was exported; empty if the file does not have it any more.
        problem: Why it cannot be read, in a sentence.
    """

    key: str
    source: list[Piece] | str | None = None
    target: list[Piece] | str | None = None
    state: str = ""
    exported: str = ""
    problem: str = ""


@dataclass(frozen=True)
class Sheet:
    """What a file says of one translation.

    Attributes:
        name: The name of the file.
        identifier: Which translation the file says it belongs to; empty if it does not say it.
        source_language: As the file says it, or empty.
        target_language: As the file says it, or empty.
        by_path: Whether entries are named by path and source, as in PO files, not by number.
    """

    name: str
    identifier: str
    source_language: str
    target_language: str
    entries: list[Entry] = field(default_factory=list)
    by_path: bool = False


def family(state: str) -> str:
    """How far a state is, as coarsely as all tools understand it.

    Args:
        state: One of `State`.
    """
    if state == State.NEW:
        return NONE
    if state == State.REVIEWED:
        return CONFIRMED
    return READY if state in DONE else REVIEW


def stamp(markup: str, state: str) -> str:
    """A short name of the words and the state with which a segment was exported; nothing for one without words.

    Args:
        markup: The translation with its tags.
        state: One of `State`.
    """
    return digest(f"{family(state)} {clean(markup)}")[:STAMP_LENGTH] if markup else NONE


def is_untouched(entry: Entry, words: str) -> bool:
    """Whether an entry is as it was exported.

    Args:
        entry: An entry of a file.
        words: Its translation, with its tags.
    """
    states = [entry.state] if entry.state else [State.TRANSLATED, State.REVIEWED, State.FUZZY]
    return entry.exported in {stamp(words, state) for state in states}
