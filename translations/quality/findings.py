"""What a check finds, and all checks of one segment together."""

from dataclasses import dataclass

from translations.quality.figures import check_dates, check_numbers
from translations.quality.finding import Finding
from translations.quality.markup import check_addresses, check_markup, check_placeholders
from translations.quality.punctuation import check_ending, check_marks, check_spaces
from translations.quality.size import check_length, check_sameness
from translations.quality.vocabulary import check_discouraged, check_terms

__all__ = ["Finding", "Pair", "blocking", "findings_of"]


@dataclass(frozen=True)
class Pair:
    """A segment and its translation, as the checks see them.

    Attributes:
        source: The source, with inline tags.
        target: The translation, with inline tags.
        source_language: Code of the source language.
        target_language: Code of the target language.
        max_length: Characters that the field holds, or None.
        slug: Whether it is a part of an address, for which rules of prose do not hold.
        terms: Approved terms of the pair of languages, if they are at hand.
    """

    source: str
    target: str
    source_language: str
    target_language: str
    max_length: int | None = None
    slug: bool = False
    terms: tuple | None = None


PROSE = (
    check_dates,
    check_numbers,
    check_addresses,
    check_ending,
    check_marks,
    check_spaces,
    check_sameness,
    check_terms,
    check_discouraged,
)


def findings_of(pair: Pair) -> list[Finding]:
    """What is wrong or doubtful in a translated segment.

    Args:
        pair: The segment and its translation.

    Returns:
        What must be mended first, then what should be looked at; nothing for a segment without words.
    """
    if not pair.target.strip():
        return []
    checks = (check_length,) if pair.slug else (check_markup, check_placeholders, check_length, *PROSE)
    found = [finding for check in checks for finding in check(pair)]
    return sorted(found, key=lambda finding: not finding.blocks)


def blocking(findings: list[Finding]) -> list[Finding]:
    """Those that keep a segment from readers."""
    return [finding for finding in findings if finding.blocks]
