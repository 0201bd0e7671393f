"""The words of all public pages: how many pages have each, for weights, for spelling, and for nothing else."""

from collections import Counter
from dataclasses import dataclass, field

from django.db import connection

from search.analyser import analysed
from search.models import SearchDoc, SearchTerm

__all__ = ["Tally", "changed", "keys_of", "recounted", "replace", "words_of"]

TOGETHER = 400
LONGEST = 60
ADD = (
    "INSERT INTO search_searchterm (language, word, token, pages) VALUES {} ON CONFLICT (language, word, token) "
    "DO UPDATE SET pages = search_searchterm.pages + excluded.pages"
)
GONE = "DELETE FROM search_searchterm WHERE pages <= 0 AND word IN"


@dataclass
class Tally:
    """A new count of all words, and of which version of which page."""

    words: Counter = field(default_factory=Counter)
    pages: dict[int, str] = field(default_factory=dict)


def words_of(doc):
    """Return the words of a document, as keys of a vocabulary.

    Args:
        doc: a SearchDoc, or anything with its texts.

    Returns:
        A set of (language, word without accents, token).
    """
    found = set()
    for text in (doc.title, doc.keywords, doc.summary, doc.body):
        found |= analysed(text, doc.language)[2]
    return keys_of(found, doc.language)


def keys_of(pairs, language):
    """Return pairs of (word, token) as keys of a vocabulary.

    Args:
        pairs: as ``analysed`` gives them.
        language: their language.
    """
    return {(language, word[:LONGEST], token) for word, token in pairs if word}


def changed(difference):
    """Count words up or down; a word that no public page has any more is gone.

    Args:
        difference: key of the vocabulary to the number of pages that came or went.
    """
    rows = sorted((key, number) for key, number in difference.items() if number)
    with connection.cursor() as cursor:
        for start in range(0, len(rows), TOGETHER):
            part = rows[start : start + TOGETHER]
            values = [value for key, number in part for value in (*key, number)]
            cursor.execute(ADD.format(", ".join(["(%s, %s, %s, %s)"] * len(part))), values)
        fewer = sorted({key[1] for key, number in rows if number < 0})
        for start in range(0, len(fewer), TOGETHER):
            part = fewer[start : start + TOGETHER]
            cursor.execute(f"{GONE} ({', '.join(['%s'] * len(part))})", part)


def replace(counted):
    """Bring the whole vocabulary in line with a new count, touching only what differs.

    Args:
        counted: key of the vocabulary to the number of pages.
    """
    difference = Counter(counted)
    for language, word, token, pages in SearchTerm.objects.values_list("language", "word", "token", "pages").iterator():
        difference[language, word, token] -= pages
    changed(difference)


def recounted():
    """Return a count of all words from the documents themselves.

    Returns:
        Key of the vocabulary to the number of pages.
    """
    counted = Counter()
    for doc in SearchDoc.objects.only("language", "title", "keywords", "summary", "body").iterator(chunk_size=500):
        counted.update(words_of(doc))
    return counted
