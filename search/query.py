"""What a reader typed, made harmless and taken apart: words, phrases in quotation marks, beginnings*, and -words."""

import re
import unicodedata
from dataclasses import dataclass

from search.analyser import WORD

__all__ = ["LENGTH", "Part", "SearchQuery", "clean"]

LENGTH = 200
WORDS = 12
UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ufffe\uffff]+"
)
QUOTES = '"“”„‟«»'
PART = re.compile(
    rf"(?P<minus>(?<!\S)[-\u2212])?(?:[{QUOTES}](?P<phrase>[^{QUOTES}]*)[{QUOTES}]|(?P<word>[^\s{QUOTES}]+))"
)


@dataclass(frozen=True)
class Part:
    """One thing to look for, or to leave out."""

    text: str
    is_phrase: bool = False
    is_beginning: bool = False
    excluded: bool = False


def clean(typed: str) -> str:
    """What a reader typed, as one short line of letters that can be shown and stored.

    Args:
        typed: Anything.
    """
    return unicodedata.normalize("NFC", UNPRINTABLE.sub(" ", typed[: LENGTH * 4])).strip()[:LENGTH].strip()


@dataclass(frozen=True)
class SearchQuery:
    """A query as it is shown again, and its parts."""

    text: str
    parts: tuple[Part, ...]

    @classmethod
    def read(cls, typed: str) -> "SearchQuery":
        """Read what a reader typed; anything is allowed.

        Args:
            typed: The value of `q`.
        """
        text = clean(typed)
        parts, left = [], WORDS
        for found in PART.finditer(text):
            part = _part(found)
            left -= len(WORD.findall(part.text))
            if WORD.search(part.text) and left >= 0:
                parts.append(part)
        return cls(text, tuple(dict.fromkeys(parts)))

    def __bool__(self) -> bool:
        """Whether there is anything to look up."""
        return any(not part.excluded for part in self.parts)


def _part(found: re.Match) -> Part:
    excluded, phrase, word = bool(found["minus"]), found["phrase"], found["word"]
    if phrase is not None:
        return Part(phrase.strip(), is_phrase=len(WORD.findall(phrase)) > 1, excluded=excluded)
    return Part(word.strip("*+"), is_beginning=word.endswith("*"), excluded=excluded)
