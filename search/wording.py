"""Words of the vocabulary as pages write them: the vocabulary itself has no accents."""

import html
import re

from django.db import connection

from search.analyser import letters_of, phrase_tokens, words
from search.dialects import dialect
from search.matching import documents
from search.spelling import Correction

__all__ = ["as_marked", "as_written"]

COLUMNS = ("title", "keywords", "summary", "body")
SCANNED = 8_000
MARKED = re.compile("<mark>(.*?)</mark>")
WORD = re.compile(r"[^\W_]+")


def as_written(wanted: list[str], language: str) -> list[str]:
    """Words as one of the pages that have them writes them, in two queries for all.

    Args:
        wanted: Words without accents.
        language: Their language.

    Returns:
        As many words, in the same order; one that is not met in its page gives another form of it that is.
    """
    words_, parts, values = dialect(), [], []
    for tokens in filter(None, (phrase_tokens(word, language) for word in wanted)):
        parts.append(f"SELECT id FROM ({words_.hit} LIMIT 1) AS part")
        values.append(words_.all_of([words_.scope(f"l:{language}"), words_.one(tokens)]))
    if not parts:
        return wanted
    with connection.cursor() as cursor:
        cursor.execute(" UNION ".join(parts), values)
        ids = [row[0] for row in cursor.fetchall()]
    known, forms = {}, {}
    for doc in documents(ids, COLUMNS).values():
        for text in (getattr(doc, name)[:SCANNED] for name in COLUMNS):
            for word in words(text, language):
                known.setdefault(word.bare, word.shape)
                forms.setdefault((word.token,), word.shape)
    return [known.get(word) or forms.get(phrase_tokens(word, language), word) for word in wanted]


def as_marked(correction: Correction, results: list) -> Correction:
    """A correction as the results write its words, which are marked in them.

    Args:
        correction: What a query was probably meant to be.
        results: Results as pages show them.
    """
    texts = (text for result in results for part in (result.heading, result.snippet) for text in MARKED.findall(part))
    known = {}
    for text in texts:
        plain = html.unescape(text)
        known.setdefault(letters_of(plain), plain.lower())
    written = WORD.sub(lambda found: known.get(found[0], found[0]), correction.text)
    return Correction(written, correction.certain)
