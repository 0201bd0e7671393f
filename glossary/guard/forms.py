"""What the guard looks for, as plain data."""

from dataclasses import dataclass

__all__ = ["ADMINISTRATIVE", "DISCOURAGED", "OFFENSIVE", "OUTDATED", "SEVERITIES", "Finding", "Form"]

OFFENSIVE, DISCOURAGED, OUTDATED, ADMINISTRATIVE = SEVERITIES = (
    "offensive",
    "discouraged",
    "outdated",
    "administrative",
)


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the glossary in one language.

    Attributes:
        form: as it stands in the glossary.
        severity: one of `SEVERITIES`, or empty for a form that is fine and shields what stands inside it.
        preferred: what to write instead; empty where nothing is known.
        reason: why, as plain text.
        reason_language: language code of the reason.
        term: translation key of the term, as text.
        url: address of the page of the term.
    """

    form: str
    severity: str = ""
    preferred: str = ""
    reason: str = ""
    reason_language: str = ""
    term: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A form in a text.

    Attributes:
        start, end: its place, counted in characters.
        words: as it is written there.
        form: what was found.
        quiet: empty for a reproach; "quotation", "law" or "exception" where it may stand, with a note.
    """

    start: int
    end: int
    words: str
    form: Form
    quiet: str = ""
