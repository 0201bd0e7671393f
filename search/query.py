"""What a reader typed, made harmless: words only, few enough, without accents."""

import re
from dataclasses import dataclass

from common.folding import fold, words_of

__all__ = ["SearchQuery"]

LENGTH = 200
WORDS = 12
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


@dataclass(frozen=True)
class SearchQuery:
    """A query as it is shown again, and the words that are looked up."""

    text: str
    words: tuple[str, ...]

    @classmethod
    def read(cls, typed):
        """Read what a reader typed; anything is allowed.

        Args:
            typed: the value of ``q``.
        """
        text = UNPRINTABLE.sub(" ", typed[:LENGTH]).strip()
        folded = (fold(word) for word in words_of(text))
        return cls(text, tuple(dict.fromkeys(word for word in folded if word))[:WORDS])

    def __bool__(self):
        """Tell whether there is anything to look up."""
        return bool(self.words)
