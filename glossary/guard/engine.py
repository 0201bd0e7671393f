"""Finds the forms of a lexicon in a text."""

import re
from collections.abc import Iterator
from itertools import pairwise

from glossary.guard.forms import Finding
from glossary.guard.lexicon import Lexicon
from glossary.guard.quiet import NOWHERE, QUOTATION, Surroundings
from glossary.guard.words import WORD, composed, keys_for, whole_end

__all__ = ["find", "hits"]

# What may stand between the words of one form.
BETWEEN = re.compile(r"\s+|[-‐‑’']")
# Where the end of a line divides a word, and a word with all its parts.
DIVISION = re.compile(r"(?<=[^\W\d_])[-‐][ \t]*\r?\n[ \t]*(?=[^\W\d_])")
WHOLE = re.compile(rf"{WORD.pattern}(?:{DIVISION.pattern}{WORD.pattern})*")
BETWEEN_SHIELDED = re.compile(r"[\s\-‐‑–/’',.()]{1,4}")


def find(text: str, lexicon: Lexicon, quoted: bool = False) -> list[Finding]:
    """Find forms, inflected or not, as whole words.

    Args:
        text: plain text.
        lexicon: the forms of its language.
        quoted: whether the whole text is a quotation.

    Returns:
        Findings in the order of the text; those with `quiet` are notes, not reproaches.
    """
    matches = list(_matches(text, lexicon))
    if not matches:
        return []
    read, places = composed(text)
    around = Surroundings(read, lexicon.language)
    found = []
    for form, start, end in matches:
        quiet = QUOTATION if quoted else around.of(places(start), places(end), form.form)
        if quiet != NOWHERE:
            last = whole_end(text, end, lexicon.language)
            found.append(Finding(start, last, text[start:last], form, quiet))
    return found


def hits(text: str, lexicon: Lexicon) -> list[Finding]:
    """Find the forms that a text should not have.

    Args:
        text: plain text.
        lexicon: the forms of its language.
    """
    return [finding for finding in find(text, lexicon) if not finding.quiet]


def _matches(text, lexicon) -> Iterator[tuple]:
    """Yield (form, start, end) of the longest forms; what a form without severity covers is passed over."""
    key, first_words = keys_for(lexicon.language), lexicon.by_first_word
    words = list(_words(text, first_words, key))
    place = 0
    while place < len(words):
        patterns = first_words.get(key(words[place].group()))
        last, form = _longest(text, words, place, patterns, key) if patterns else (None, None)
        if last is None:
            place += 1
            continue
        if form.severity:
            yield form, words[place].start(), words[last].end()
        place = last + 1


def _words(text, first_words, key):
    if not DIVISION.search(text):
        yield from WORD.finditer(text)
        return
    for whole in WHOLE.finditer(text):
        if key(whole.group()) in first_words:
            yield whole
        else:
            yield from WORD.finditer(text, *whole.span())


def _longest(text, words, place, patterns, key):
    for pattern in patterns:
        last = place + len(pattern.words) - 1
        if last < len(words) and _fits(text, words[place : last + 1], pattern, key):
            return last, pattern.form
    return None, None


def _fits(text, words, pattern, key):
    if pattern.exact and text[words[0].start() : words[-1].end()] != pattern.exact:
        return False
    if not all(key(word.group()) in keys for word, keys in zip(words, pattern.words, strict=True)):
        return False
    between = BETWEEN if pattern.form.severity else BETWEEN_SHIELDED
    return all(between.fullmatch(text, one.end(), other.start()) for one, other in pairwise(words))
