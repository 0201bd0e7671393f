"""Words of a text with their places, and the keys under which they are looked up."""

import re
import unicodedata
from collections.abc import Callable

__all__ = ["WORD", "bare", "composed", "key_of", "keys_for", "whole_end"]

# Accents that stand alone, soft hyphens and characters without width belong to a word.
WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff])*")
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
LINE_END = re.compile(r"[-‐][ \t]*\r?\n[ \t]*")
CEDILLAS = str.maketrans("şţ", "șț")
BARE_ALWAYS = {"el"}
# How a word names several genders at once: “Leser*innen”, “lecteur·rice·s”, “voisin(e)s”.
GENDERS = {
    "de": re.compile(r"(?:[*:_·/]-?|\()in(?:nen)?\b\)?"),
    "fr": re.compile(r"(?:[·•‧⋅.-](?:n?es?|l?les?|s)\b)+(?:[·•‧⋅.-]?s\b)?|\((?:n?e|l?le)?s?\)s?"),
}


def key_of(word: str, language: str) -> str:
    """The key of a word: composed, in small letters, without what cannot be seen.

    Args:
        word: a word of a text or of the glossary.
        language: a language code.
    """
    if "\n" in word:
        word = LINE_END.sub("", word)
    key = word.casefold() if word.isascii() else _composed(word)
    if language == "ro":
        return key.translate(CEDILLAS)
    return bare(key) if language in BARE_ALWAYS else key


def keys_for(language: str) -> Callable[[str], str]:
    """Return a function from word to key that remembers; for one text.

    Args:
        language: a language code.
    """
    known: dict[str, str] = {}

    def key(word):
        found = known.get(word)
        if found is None:
            found = known[word] = key_of(word, language)
        return found

    return key


def bare(key: str) -> str:
    """A key without its accents.

    Args:
        key: what `key_of` gives.
    """
    if key.isascii():
        return key
    return "".join(letter for letter in unicodedata.normalize("NFD", key) if not unicodedata.combining(letter))


def _composed(word):
    visible = word.translate(INVISIBLE).replace("İ", "i")
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", visible).casefold())


def whole_end(text: str, end: int, language: str) -> int:
    """Where a word ends, with what adds another gender to it.

    Args:
        text: the text.
        end: where its letters end.
        language: a language code.
    """
    added = GENDERS[language].match(text, end) if language in GENDERS else None
    return added.end() if added else end


def composed(text: str) -> tuple[str, Callable[[int], int]]:
    """The text with its accents composed, and a function from a place in the text to the place in it.

    Args:
        text: any text.
    """
    if unicodedata.is_normalized("NFC", text):
        return text, int
    return unicodedata.normalize("NFC", text), lambda place: len(unicodedata.normalize("NFC", text[:place]))
