"""The forms of a language, ready to be looked up word by word."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from glossary.guard.forms import SEVERITIES, Form
from glossary.guard.rules.inflection import surfaces
from glossary.guard.words import WORD

__all__ = ["Lexicon", "Pattern", "lexicon"]

LONGEST_ACRONYM = 5
KEPT = 64


@dataclass(frozen=True, slots=True)
class Pattern:
    """A form as a row of words, each with all the keys it may have.

    Attributes:
        words: keys, one set for each word.
        form: the form.
        exact: as it must be written, where capitals matter; else empty.
    """

    words: tuple[frozenset[str], ...]
    form: Form
    exact: str = ""


@dataclass
class Lexicon:
    """All forms of a language by the key of their first word; the longest come first, and among these the gravest."""

    language: str
    by_first_word: dict[str, list[Pattern]] = field(default_factory=dict)


@lru_cache(maxsize=KEPT)
def lexicon(language: str, forms: tuple[Form, ...]) -> Lexicon:
    """Make the forms of a language ready; the last ones are remembered.

    Args:
        language: a language code.
        forms: what the glossary knows; a form without severity counts only if it has several words.
    """
    found = defaultdict(list)
    for form in forms:
        pattern = _pattern(form, language)
        if pattern is not None:
            for key in pattern.words[0]:
                found[key].append(pattern)
    for patterns in found.values():
        patterns.sort(key=_rank)
    return Lexicon(language, dict(found))


def _pattern(form, language):
    words = WORD.findall(form.form)
    if not words or not (form.severity or len(words) > 1):
        return None
    exact = form.form if form.form.isupper() and len(form.form) <= LONGEST_ACRONYM else ""
    return Pattern(tuple(surfaces(word, language) for word in words), form, exact)


def _rank(pattern):
    severity = pattern.form.severity
    return (-len(pattern.words), SEVERITIES.index(severity) if severity else len(SEVERITIES))
