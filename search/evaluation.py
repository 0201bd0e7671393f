"""How well questions are answered, by lists of questions with the pages that answer them, each with a grade."""

import json
import math
from collections import defaultdict
from dataclasses import dataclass

from search.asking import Ask
from search.expanding import known_words, plan_of, read
from search.matching import counted, documents
from search.query import SearchQuery
from search.ranking import ranked
from search.spelling import corrected

__all__ = ["Question", "Score", "answers", "questions", "scores"]

DEPTH = 10


@dataclass(frozen=True)
class Question:
    """One question, and the pages that answer it with their grades."""

    language: str
    query: str
    relevant: dict[str, int]


@dataclass(frozen=True)
class Score:
    """How well the questions of a language are answered, on average."""

    questions: int
    ndcg: float
    mrr: float
    recall: float


def questions(lines):
    """Read questions, one JSON object a line.

    Args:
        lines: lines of text; empty ones are passed over.

    Raises:
        ValueError: if a line is no question; it says which.
    """
    found = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            raw = json.loads(line)
            relevant = {str(url): int(grade) for url, grade in raw["relevant"].items()}
            found.append(Question(str(raw["language"]), str(raw["query"]), relevant))
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise ValueError(f"Line {number} is no question: {error}") from error
    return found


def answers(question):
    """Return the addresses that the page of results shows first for a question.

    Args:
        question: a Question.
    """
    ask = Ask(SearchQuery.read(question.query), question.language)
    reading = read(ask.query, ask.language, exact=False)
    known = known_words([reading])
    correction = corrected(reading, known)
    if correction and correction.certain:
        reading = read(SearchQuery.read(correction.text), ask.language, exact=False)
        known = known_words([reading])
    plan = plan_of(reading, known)
    if not plan:
        return []
    if plan.needed > 1 and counted(plan).total < DEPTH:
        plan.loose = True
    ids = [pk for _score, pk in ranked(plan)[:DEPTH]]
    docs = documents(ids, ("url",))
    return [docs[pk].url for pk in ids]


def scores(asked, answer=answers):
    """Return how well questions are answered, by language.

    Args:
        asked: a list of Question.
        answer: takes a question and returns addresses, the best first.
    """
    by_language = defaultdict(list)
    for question in asked:
        by_language[question.language].append(_one(question, answer(question)))
    return {
        language: Score(len(rows), *(sum(column) / len(rows) for column in zip(*rows, strict=True)))
        for language, rows in by_language.items()
    }


def _one(question, urls):
    grades = [question.relevant.get(url, 0) for url in urls[:DEPTH]]
    best = _gain(sorted(question.relevant.values(), reverse=True)[:DEPTH])
    first = next((place for place, grade in enumerate(grades, start=1) if grade), 0)
    wanted = [url for url, grade in question.relevant.items() if grade]
    found = sum(url in urls[:DEPTH] for url in wanted)
    ndcg = _gain(grades) / best if best else 0.0
    return ndcg, 1 / first if first else 0.0, found / min(len(wanted), DEPTH) if wanted else 0.0


def _gain(grades):
    return sum((2**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades, start=1))
