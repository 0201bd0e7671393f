"""What a reader may be about to type: pages by the beginning of a word of their names, then words of the pages."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db import connection
from django.urls import reverse

from common.folding import fold
from search.analyser import letters_of, phrase_tokens, words
from search.dialects import dialect, words_beginning
from search.matching import documents
from search.query import clean
from search.wording import as_written

__all__ = ["Suggestion", "suggestions"]

MOST, WORDS, FORMS = 8, 3, 4
CANDIDATES = 120
SHORTEST = 2
LONGEST = 60
QUERY = "query"
RANKS = {"member": 0, "term": 1, "person": 1, "page": 2, "news": 3}
NAMED = ("member", "term", "person", "page")
COLUMNS = ("title", "url", "kind", "date")


@dataclass(frozen=True)
class Suggestion:
    """One line of the list."""

    text: str
    url: str
    type: str


def suggestions(typed: str, language: str) -> list[Suggestion]:
    """What begins with what was typed; an open list for anything, nothing for less than two letters.

    Args:
        typed: What stands in the field so far.
        language: The language of the page.

    Returns:
        At most eight, cities, terms and persons before stories.
    """
    text = clean(typed)[:LONGEST]
    names = [word.bare for word in words(text, language)][:6]
    if sum(map(len, names)) < SHORTEST:
        return []
    docs = _docs(names, language)
    whole = fold(text)
    ordered = sorted(docs, key=lambda doc: _order(doc, whole))
    unique = {doc.url: Suggestion(doc.title, doc.url, doc.kind) for doc in ordered}
    found = list(unique.values())[:MOST]
    return found + _words(names, language, MOST - len(found), found)


def _order(doc, whole):
    title = fold(doc.title)
    return title != whole, not title.startswith(whole), RANKS.get(doc.kind, 2), _age(doc), len(title), title


def _age(doc):
    return -doc.date.toordinal() if doc.date else 0


def _docs(names, language):
    """Candidates: names of cities, terms, persons and pages first, for stories are far more."""
    words_ = dialect()
    parts = [words_.scope(f"l:{language}"), *(words_.scope(f"n:{name}") for name in names[:-1])]
    parts.append(words_.beginning(f"n:{names[-1]}"))
    kinds = words_.any_of(words_.scope(f"k:{kind}") for kind in NAMED)
    statement = f"SELECT id FROM ({words_.hit} ORDER BY {words_.newest} LIMIT %s) AS part"
    values = [words_.all_of([*parts, kinds]), CANDIDATES, words_.all_of(parts), CANDIDATES]
    with connection.cursor() as cursor:
        cursor.execute(f"{statement} UNION {statement}", values)
        ids = [row[0] for row in cursor.fetchall()]
    return documents(ids, COLUMNS).values()


def _words(names, language, room, found):
    """The most frequent words that begin so, as searches."""
    if room <= 0 or len(names[-1]) <= SHORTEST:
        return []
    rows = words_beginning(language, names[-1], WORDS * FORMS)
    taken = {letters_of(one.text) for one in found}
    before, search = " ".join(names[:-1]), reverse("search")
    # One form of each word is enough: the search finds the others.
    apart = {}
    for row in rows:
        if row not in taken:
            apart.setdefault(phrase_tokens(row, language), row)
    fresh = as_written(list(apart.values())[: min(room, WORDS)], language)
    texts = [f"{before} {row}".strip() for row in fresh]
    return [Suggestion(text, f"{search}?{urlencode({'q': text})}", QUERY) for text in texts]
