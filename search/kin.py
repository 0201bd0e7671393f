"""Words that a word none of the pages has may be a form of: those that begin alike, or a compound that ends in it."""

import re
from collections import defaultdict

from search.analyser import Word
from search.compounds import LINKS, PREFIXES
from search.lexicon import lexicon

__all__ = ["kin_of"]

SHORTEST, NEAR, MOST = 4, 6, 5
# So much of a word must be alike, and so many letters may follow.
SHARE, LEFT, END = 0.65, 4, 8


def kin_of(word: Word, language: str, *, near: bool = False) -> list[str]:
    """The tokens of the words that are most alike in their beginning.

    Args:
        word: A word of a query that no public page has.
        language: The language whose pages are looked through.
        near: Whether only endings of two letters may differ.

    Returns:
        At most five tokens, those of the most frequent words first.
    """
    shape = word.bare
    if len(shape) < (NEAR if near else SHORTEST) or not shape.isalpha():
        return []
    known = lexicon(language)
    least = max(NEAR - 1, len(shape) - 2) if near else max(SHORTEST, -int(-len(shape) * SHARE // 1))
    for length in range(len(shape), least - 1, -1):
        ending = rf"\w{{0,{LEFT}}}" if length >= len(shape) - LEFT else ""
        if found := _tokens(re.findall(rf"\n({shape[:length]}{ending})(?=\n)", known.every), known):
            return found
    if language not in LINKS or near:
        return []
    heads = re.findall(rf"(?<=\n)(\w{{2,{END}}}){shape}(?=\n)", known.every)
    return _tokens([head + shape for head in heads if head not in PREFIXES[language]], known)


def _tokens(words, known):
    pages = defaultdict(int)
    for word in words:
        for token, number in known.words[word]:
            pages[token] += number
    return sorted(pages, key=lambda token: (-pages[token], token))[:MOST]
