"""What a reader may have meant by a word that no public page has."""

import re
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.compounds import parts_of
from search.kin import kin_of
from search.lexicon import lexicon
from search.query import clean
from search.stopwords import STOPWORDS

__all__ = ["Correction", "corrected"]

SHORTEST, FAR_FROM = 4, 7
LIMIT = 8
MOST_UNKNOWN = 3


@dataclass(frozen=True)
class Correction:
    """A query with another spelling."""

    text: str
    certain: bool


def vocabulary(language):
    """Return the words of the public pages of a language with the number of pages.

    Args:
        language: a language code.
    """
    return lexicon(language).pages


def corrected(reading, known):
    """Return the query as it was probably meant, or None.

    Args:
        reading: the query as the language reads it.
        known: what the vocabulary says of its words.
    """
    in_names = {place for start, length, _group in reading.spans for place in range(start, start + length)}
    unknown = [
        word
        for place, word in enumerate(reading.flat())
        if place not in in_names and _is_unknown(word, reading.language, known)
    ]
    text, certain = reading.query.text, 0 < len(unknown) <= MOST_UNKNOWN
    # A question of many unknown words is in another language, or none.
    for word in unknown if certain else ():
        best, sure = _nearest(word.bare, reading.language)
        if best:
            text = _replaced(text, word.shape, best)
        certain = certain and sure
    return Correction(clean(text), certain) if text != reading.query.text else None


def _is_unknown(word, language, known):
    shape = word.bare
    if len(shape) < SHORTEST or shape.isdecimal():
        return False
    tokens = (word.token, word.alternative)
    if known.has_anywhere(word) or any(known.pages.get((language, token)) for token in tokens):
        return False
    return not (parts_of(word, language) or kin_of(word, language, near=True))


def _nearest(shape, language):
    """The nearest word, and whether no other one is as near."""
    words = vocabulary(language)
    far = 1 if len(shape) < FAR_FROM else 2
    found = process.extract(shape, words.keys(), scorer=OSA.distance, score_cutoff=far, limit=LIMIT)
    found = [row for row in found if row[0] not in STOPWORDS.get(language, ())]
    if not found:
        return "", False
    ordered = sorted(found, key=lambda row: (row[1], row[0][0] != shape[0], -words[row[0]]))
    best, distance = ordered[0][0], ordered[0][1]
    rivals = [row for row in ordered[1:] if row[1] == distance and words[row[0]] * 3 > words[best]]
    return best, best[0] == shape[0] and not [row for row in rivals if not _same_stem(row[0], best)]


def _same_stem(one, other):
    return one[:4] == other[:4]


def _replaced(text, shape, best):
    return re.sub(rf"(?i)(?<!\w){re.escape(shape)}(?!\w)", best, text, count=1)
