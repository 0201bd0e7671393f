"""How well a document answers a plan: BM25 over weighted fields, the same on every database."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from search.analyser import phrase_tokens
from search.dialects import WEIGHTS, idf
from search.matching import corpus, documents, ranked_ids
from search.stopwords import STOPWORDS

__all__ = ["ranked"]

K1, B = 1.2, 0.6
# From so many times the usual length on it is not held against a page, whose title says the same in any case.
LONGEST = 3
READ = ("kind", "date", "length", "t_title", "t_keywords", "t_body", "t_further")
FIELDS = ("t_title", "t_keywords", "t_body", "t_further")
# All words that were looked for, and a title that is the question itself, say more than any count.
WHOLE, TITLE, BEGINS = 0.6, 1.0, 0.4
# A title of which all words are in the question, and that has most of the question, is likely the page that is meant.
COVERED = 0.8
# Who asks for a city, a person or a term by one of its other names wants its page.
NAMED, ENTITIES = 0.3, {"member", "person", "term"}
RECENT, HALF_LIFE = 0.15, 730
# Who adds a year wants what is of that year; others only speak of it. As much as if it stood in the title.
DATED_SO = 3.0
DATED = {"news"}
# From so many alternatives on it is quicker to count all tokens of a document than to look for each.
MANY = 15


def ranked(plan):
    """Return the documents that answer a plan best, in order.

    Args:
        plan: the plan.

    Returns:
        A list of (score, primary key), at most 200.
    """
    ids = ranked_ids(plan)
    size = corpus(plan.language)
    found = documents(ids, READ)
    clauses = [(one, idf(size.documents, one.pages)) for one in plan.every()]
    asked = Asked.of(clauses, plan.language)
    read = _counted if sum(len(one.alternatives) for one, _weight in clauses) > MANY else _read
    scored = [(_score(found[pk], read(found[pk]), clauses, plan, size, asked), pk) for pk in ids if pk in found]
    return sorted(((score, pk) for score, pk in scored if score > 0), key=lambda pair: (-pair[0], -pair[1]))


@dataclass(frozen=True)
class Asked:
    """What was looked for, as titles are compared with it: as it was typed, and each token with its weight."""

    text: str
    weights: dict[str, float]
    stops: frozenset[str]

    @classmethod
    def of(cls, clauses, language):
        """Read the clauses of a plan.

        Args:
            clauses: pairs of (Clause, weight).
            language: their language.
        """
        weights, every = {}, sum(weight for _one, weight in clauses) or 1.0
        for one, weight in clauses:
            for tokens, factor in one.alternatives:
                for token in tokens:
                    share = weight / every / len(tokens) * factor
                    weights[token] = max(weights.get(token, 0), share)
        return cls(" ".join(" ".join(one.alternatives[0][0]) for one, _weight in clauses), weights, _stops(language))

    def covers(self, title):
        """Return how far a title and the question are the same, from 0 to 1.

        Args:
            title: the tokens of a title.
        """
        telling = {token for token in title.split(" ") if token not in self.stops}
        found = [token for token in telling if token in self.weights]
        return min(sum(self.weights[token] for token in found), 1) * len(found) / len(telling) if found else 0.0


@cache
def _stops(language):
    return frozenset(token for word in STOPWORDS.get(language, ()) for token in phrase_tokens(word, language))


def _score(doc, frequency, clauses, plan, size, asked):
    norm = K1 * (1 - B + B * min(doc.length / size.length, LONGEST))
    total, met, had, year = 0.0, 0, 0, str(doc.date.year) if doc.kind in DATED and doc.date else ""
    for clause, weight in clauses:
        best = max((frequency(tokens) * factor for tokens, factor in clause.alternatives), default=0)
        met += best > 0 and clause in plan.clauses
        if best := best + (DATED_SO if clause.shape == year else 0):
            had += clause in plan.clauses
            total += weight * best * (K1 + 1) / (best + norm)
    if met < plan.needed and plan.clauses:
        return 0.0
    share = had / len(plan.clauses) if plan.clauses else 1.0
    return total * (1 - WHOLE + WHOLE * share) * _title(doc, asked) * _recency(doc)


def _read(doc):
    """A function that says how often a document has tokens in a row; it looks through its texts."""
    texts = [f" {getattr(doc, name)} " for name in FIELDS]

    def frequency(tokens):
        sought = f" {' '.join(tokens)} "
        return sum(weight * text.count(sought) for text, weight in zip(texts, WEIGHTS, strict=False) if weight)

    return frequency


def _counted(doc):
    """The same, for many questions: all tokens are counted beforehand."""
    known, look = defaultdict(float), _read(doc)
    for name, weight in zip(FIELDS, WEIGHTS, strict=False):
        for token in getattr(doc, name).split(" "):
            known[token] += weight

    def frequency(tokens):
        if len(tokens) > 1:
            return look(tokens) if all(token in known for token in tokens) else 0
        return known.get(tokens[0], 0)

    return frequency


def _title(doc, asked):
    if doc.t_title == asked.text:
        return 1 + TITLE
    covered, text = COVERED * asked.covers(doc.t_title), f" {asked.text} "
    if asked.text and text in f" {doc.t_title} ":
        return 1 + max(BEGINS, covered)
    return 1 + max(covered, NAMED if doc.kind in ENTITIES and asked.text and text in f" {doc.t_keywords} " else 0)


def _recency(doc):
    if doc.kind not in DATED or doc.date is None:
        return 1.0
    age = max((datetime.date.today() - doc.date).days, 0)
    return 1 + RECENT * 2 ** (-age / HALF_LIFE)
