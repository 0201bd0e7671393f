"""Words that a language writes in one with others: “Siedlung” is found in “Romasiedlung” as well.

What is a compound says the vocabulary of the public pages: both parts must be words of it. Nothing of this is stored
with pages, so that it is never out of step with them.
"""

import re
from collections import defaultdict

from search.analyser import Word, phrase_tokens
from search.lexicon import LONG, lexicon
from search.stopwords import STOPWORDS

__all__ = ["LINKS", "PREFIXES", "compounds_with", "part_of", "parts_of"]

# What may stand between the parts.
LINKS = {"de": ("", "s", "n", "en", "es", "er", "e"), "hu": ("",)}
# Beginnings that make a verb or its noun of another one: “Übersetzung” is no kind of “Setzung”.
PREFIXES = {
    "de": STOPWORDS["de"] | {"uber", "unter", "wider", "wieder", "gegen", "hinter", "nieder", "zuruck", "zusammen"},
    "hu": STOPWORDS["hu"] | {"vissza", "ossze", "korul", "felul", "alul", "keresztul", "szembe"},
}
SHORTEST, MOST = 4, 10
# A part that stands for the whole of a compound must be a word beyond doubt.
ALONE = 5


def compounds_with(word: Word, language: str) -> list[tuple[str, bool]]:
    """The compounds of which a word is a part.

    Args:
        word: A word of a query.
        language: The language whose pages are looked through.

    Returns:
        At most twenty pairs: the token of a compound, and whether the word is its last part, which says what the thing
        is. The most frequent ones come first. Empty for a language that writes no words in one.
    """
    if language not in LINKS or len(word.bare) < SHORTEST or not word.bare.isalpha():
        return []
    if word.shape in STOPWORDS.get(language, ()):
        return []
    known = lexicon(language)
    kinds = _most_frequent(_ending(word, language, known), known)
    others = _most_frequent(_beginning(word, language, known), known)
    return [*((token, True) for token in kinds), *((token, False) for token in others)]


def parts_of(word: Word, language: str) -> list[str]:
    """The tokens of the two words of which a compound is made.

    Args:
        word: A word of a query.
        language: The language whose vocabulary must have both.

    Returns:
        The token of the last part, then that of the first; empty if it is no compound.
    """
    if language not in LINKS or len(word.bare) < LONG or not word.bare.isalpha():
        return []
    known = lexicon(language)
    for place in range(SHORTEST, len(word.bare) - SHORTEST + 1):
        last = _known(word.bare[place:], language, known)
        if last and (first := _head(word.bare[:place], language, known)):
            return [last, first]
    return []


def part_of(word: Word, language: str) -> list[str]:
    """The token of the one part of a compound that the vocabulary has, where it lacks the other.

    Args:
        word: A word of a query.
        language: The language whose vocabulary is looked through.

    Returns:
        The token of the longest such part, the last one before the first one; empty if it has none.
    """
    if language not in LINKS or len(word.bare) < LONG or not word.bare.isalpha():
        return []
    known = lexicon(language)
    for length in range(len(word.bare) - SHORTEST, ALONE - 1, -1):
        heads = [word.bare[:length].removesuffix(link) for link in LINKS[language]]
        for part in (word.bare[-length:], *(head for head in heads if len(head) >= ALONE)):
            if part not in PREFIXES[language] and (part in known.words or part in known.tokens):
                return [*known.tokens_of(part), part][:1]
    return []


def _ending(word, language, known):
    """Compounds whose last part has the same token, in whatever form."""
    stem = word.token if word.bare.startswith(word.token) else word.bare
    if len(stem) < SHORTEST:
        return
    wanted = {word.token, word.alternative}
    for found in re.finditer(rf"{stem}\w{{0,4}}(?=\n)", known.long):
        first, last = known.long[known.long.rfind("\n", 0, found.start()) + 1 : found.start()], found[0]
        if _head(first, language, known) and wanted & {*phrase_tokens(last, language), *known.tokens_of(last)}:
            yield first + last


def _beginning(word, language, known):
    """Compounds whose first part is the word, and whose last part is a word as well."""
    for found in re.finditer(rf"\n{word.bare}(\w{{{SHORTEST},}})(?=\n)", known.long):
        rest = found[1]
        if any(rest.startswith(link) and _known(rest[len(link) :], language, known) for link in LINKS[language]):
            yield word.bare + rest


def _head(text, language, known):
    """The token of what stands first in a compound: a word, or a compound itself; empty if it is neither."""
    for link in LINKS[language]:
        word = text.removesuffix(link)
        if len(word) < SHORTEST or word in PREFIXES[language] or not text.endswith(link):
            continue
        if token := _known(word, language, known) or (len(word) >= LONG and _last(word, language, known)):
            return token
    return ""


def _last(word, language, known):
    """The token of the last part of a compound, as long as possible; empty if it is none."""
    for place in range(SHORTEST, len(word) - SHORTEST + 1):
        first = word[:place]
        is_word = first in known.words and first not in PREFIXES[language]
        if is_word and (token := _known(word[place:], language, known)):
            return token
    return ""


def _known(text, language, known):
    """The token of a word that the vocabulary has in some form; empty if it has not."""
    if len(text) < SHORTEST:
        return ""
    if text in known.words:
        return known.words[text][0][0]
    token = next(iter(phrase_tokens(text, language)), "")
    return token if len(token) >= SHORTEST and token in known.tokens else ""


def _most_frequent(found, known):
    pages = defaultdict(int)
    for word in found:
        for token, number in known.words[word]:
            pages[token] += number
    return sorted(pages, key=lambda token: (-pages[token], token))[:MOST]
