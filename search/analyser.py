"""Makes words comparable: one analyser for pages and queries, on every database. It needs no database itself."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from common.folding import fold
from common.slugs import transliterate
from search.stemming import stem

__all__ = ["ANALYSER_VERSION", "Word", "analysed", "letters_of", "other_script", "phrase_tokens", "words"]

# Raise it when the same text gives other tokens than before: what is stored then no longer fits and is made anew.
ANALYSER_VERSION = 5
APOSTROPHES = "'’ʼ‘`´"
HYPHENS = "\u2010\u2011-"
WORD = re.compile(rf"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*(?:[{APOSTROPHES}{HYPHENS}][^\W_]+[\u0300-\u036f]*)*")
PART = re.compile(rf"[^{APOSTROPHES}{HYPHENS}]+")
ELISIONS = {
    "fr": {"l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"},
    "it": {"l", "d", "un", "c", "s", "m", "t", "v", "n", "dell", "nell", "all", "sull", "dall", "quest", "quell"},
    "rom": {"l", "d"},
}
WITHIN = {"uk", "sr", "bg"}
LONGEST = 60
REMEMBERED = 60_000
# A page that is published again has most of its texts as it had them: as many texts as a few pages have.
TEXTS = 24
LATIN_END = 0x250


class Word(NamedTuple):
    """One word of a text: where it stands, the tokens by which it is found, and itself without accents."""

    start: int
    end: int
    shape: str
    token: str
    alternative: str
    bare: str


def lowered(text: str, language: str) -> str:
    """A text in lower case by the rules of its language, in composed letters.

    Args:
        text: Any text.
        language: Turkish has two letters i of its own.
    """
    composed = unicodedata.normalize("NFC", text)
    if language == "tr":
        return composed.replace("İ", "i").replace("I", "ı").lower()
    return composed.replace("İ", "i").lower()


def letters_of(text: str) -> str:
    """A word without accents and without anything but letters and digits.

    Args:
        text: One word in any case.
    """
    return "".join(letter for letter in fold(text) if letter.isalnum())


@lru_cache(REMEMBERED)
def _tokens(shape: str, language: str) -> tuple[str, str, str]:
    """The token of a word, another one that it has when its accents are left out, and the word without them."""
    bare = letters_of(shape)
    token = letters_of(stem(shape, language)) or bare
    other = letters_of(stem(bare, language))
    return token[:LONGEST], other[:LONGEST] if other and other != token else "", bare


@lru_cache(REMEMBERED)
def _parts(shape: str, language: str) -> tuple[tuple[int, int, str], ...]:
    """A word with apostrophes or hyphens as (start, end, word) of its parts, then the whole of a compound."""
    elisions = ELISIONS.get(language, ())
    found = [(part.start(), part.end(), part[0]) for part in PART.finditer(shape)]
    joined = shape.translate(dict.fromkeys(map(ord, APOSTROPHES + HYPHENS)))
    if not any(hyphen in shape for hyphen in HYPHENS):
        if language in WITHIN:
            # Dictionaries have the apostrophe; tokens do not.
            return ((0, len(shape), shape.translate(dict.fromkeys(map(ord, APOSTROPHES), "'"))),)
        if len(found) > 1 and found[0][2] in elisions:
            return tuple(found[1:])
        return tuple(found[:1] if found[-1][2] == "s" and len(found) > 1 else found)
    kept = [part for part in found if len(part[2]) > 1 or part[2].isdigit()] or found
    if kept[0][2] in elisions and len(kept) > 1:
        return tuple(kept[1:])
    return (*kept, (0, len(shape), joined))


def words(text: str, language: str) -> Iterator[Word]:
    """The words of a text in their order; a compound with a hyphen comes in parts and then as a whole.

    Args:
        text: Any text, however strange.
        language: The language it is in.

    Yields:
        Words; positions are those in the text in composed letters.
    """
    for found in WORD.finditer(lowered(text, language)):
        shape, start = found[0], found.start()
        if shape.isalnum():
            tokens = _tokens(shape[:LONGEST], language)
            if tokens[0]:
                yield Word(start, found.end(), shape, *tokens)
            continue
        for first, last, part in _parts(shape[: LONGEST * 2], language):
            tokens = _tokens(part[:LONGEST], language)
            if tokens[0]:
                yield Word(start + first, start + last, part, *tokens)


@lru_cache(TEXTS)
def analysed(text: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...], frozenset[tuple[str, str]]]:
    """What the index keeps of a text.

    Args:
        text: Plain text.
        language: The language it is in.

    Returns:
        Its tokens in order; further tokens by which its words are found; and pairs of (word without accents, token).
    """
    tokens, further, vocabulary = [], [], set()
    for word in words(text, language):
        tokens.append(word.token)
        if word.alternative:
            further.append(word.alternative)
        vocabulary.add((word.bare, word.token))
    return tuple(tokens), tuple(further), frozenset(vocabulary)


def phrase_tokens(text: str, language: str) -> tuple[str, ...]:
    """The tokens of a name or a phrase, for looking it up as a whole.

    Args:
        text: A few words.
        language: The language in which the pages are.
    """
    return tuple(word.token for word in words(text, language))


def other_script(shape: str, language: str) -> str:
    """A word of another script in Latin letters.

    Args:
        shape: One word in lower case.
        language: The language whose rules of transliteration hold.

    Returns:
        The word in Latin letters; empty if it is in Latin letters already.
    """
    if not shape or ord(max(shape)) < LATIN_END:
        return ""
    latin = letters_of(transliterate(shape, language))
    return latin if latin.isascii() else ""
