"""Words of a text with their places, and the keys under which they are looked up."""

import re
import unicodedata
from collections.abc import Callable

__all__ = ["WORD", "bare", "key_of", "keys_for"]

# Accents that stand alone, soft hyphens and characters without width belong to a word.
WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff])*")
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
CEDILLAS = str.maketrans("şţ", "șț")
BARE_ALWAYS = {"el"}


def key_of(word: str, language: str) -> str:
    """The key of a word: composed, in small letters, without what cannot be seen.

    Args:
        word: a word of a text or of the glossary.
        language: a language code.
    """
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
