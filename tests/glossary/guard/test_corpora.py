"""The guard on marked texts in five languages: how much it finds, and how little it finds where nothing is."""

import json
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from glossary.guard.engine import find, hits
from tests.glossary.guard.listed import LANGUAGES, demo_lexicon

COLLECTIONS = ("first", "second", "third")
LEAST, ENOUGH = 40, 0.95
MARKS = ["«»", "„“", "“”", "‹›", "»«", "„”", '""', "‘’", "‚‘", ("« ", " »"), ("“", "”.")]
PLACES = ["{}", "Text: {}, 1998.", "({})", "A b c – {} – d e f."]


@cache
def cases(language, collection="first"):
    text = (Path(__file__).parent / collection / f"{language}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def found(text, language):
    return [hit.words for hit in hits(text, demo_lexicon(language))]


def counts(language, collection):
    """How many forms were found rightly, found wrongly, and missed."""
    right = wrong = missed = 0
    for case in cases(language, collection):
        wanted = list(case["hits"])
        for words in found(case["text"], language):
            if words in wanted:
                wanted.remove(words)
                right += 1
            else:
                wrong += 1
        missed += len(wanted)
    return right, wrong, missed


@pytest.mark.parametrize("collection", COLLECTIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_cases_of_both_kinds(language, collection):
    texts = cases(language, collection)
    assert sum(bool(case["hits"]) for case in texts) >= LEAST
    assert sum(not case["hits"] for case in texts) >= LEAST


@pytest.mark.parametrize("collection", COLLECTIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_recall_and_precision(language, collection):
    right, wrong, missed = counts(language, collection)
    assert right / (right + missed) >= ENOUGH
    assert right / (right + wrong) >= ENOUGH


@pytest.mark.parametrize("collection", COLLECTIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_reproached_inside_quotations(language, collection):
    quoted = [case["text"] for case in cases(language, collection) if case.get("because") == "quotation"]
    assert len(quoted) >= 10
    assert [text for text in quoted if found(text, language)] == []
    noted = [text for text in quoted if any(one.quiet == "quotation" for one in find(text, demo_lexicon(language)))]
    assert len(noted) >= ENOUGH * len(quoted)


@pytest.mark.parametrize("marks", MARKS, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_any_text_may_stand_between_quotation_marks(language, marks):
    plain = [case["text"] for case in cases(language) if case["hits"] and not set(case["text"]) & set("«»„“”‹›\"‘‚'’")]
    assert len(plain) > 20
    texts = [place.format(f"{marks[0]}{text}{marks[1]}") for text in plain for place in PLACES]
    assert [text for text in texts if found(text, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_accents_may_be_letters_of_their_own_and_letters_may_be_capitals(language):
    for case in cases(language):
        if case["hits"]:
            assert len(found(unicodedata.normalize("NFD", case["text"]), language)) == len(case["hits"])
            assert len(found(case["text"].upper(), language)) == len(case["hits"])
