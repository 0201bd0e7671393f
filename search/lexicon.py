"""The words of the public pages of a language in memory, for what no database looks up quickly: parts and likeness."""

from dataclasses import dataclass, field
from functools import cached_property

from common import stamp
from search.models import SearchTerm

__all__ = ["LONG", "Lexicon", "lexicon"]

LONG = 8
_held: dict[str, tuple[str, "Lexicon"]] = {}


@dataclass
class Lexicon:
    """The words of a language, with the tokens and the number of pages of each, and all tokens."""

    words: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    tokens: set[str] = field(default_factory=set)

    def tokens_of(self, word):
        """Return the tokens of a word; none if no page has it.

        Args:
            word: letters without accents.
        """
        return [token for token, _pages in self.words.get(word, ())]

    @cached_property
    def pages(self):
        """How many pages have each word."""
        return {word: sum(pages for _token, pages in some) for word, some in self.words.items()}

    @cached_property
    def every(self):
        """All words of letters, a line each."""
        return "\n".join(["", *(word for word in self.words if word.isalpha()), ""])

    @cached_property
    def long(self):
        """The words that may be compounds, a line each."""
        return "\n".join(["", *(word for word in self.words if len(word) >= LONG and word.isalpha()), ""])


def lexicon(language):
    """Return the words of the public pages of a language; kept until something is published.

    Args:
        language: a language code.
    """
    current = stamp.current()
    if language not in _held or _held[language][0] != current:
        found = Lexicon()
        rows = SearchTerm.objects.filter(language=language, pages__gt=0).values_list("word", "token", "pages")
        for word, token, pages in rows.iterator(chunk_size=5000):
            found.words.setdefault(word, []).append((token, pages))
            found.tokens.add(token)
        _held[language] = (current, found)
    return _held[language][1]
