"""The memory offers what was translated before, on whatever page, and outlives it."""

import pytest

from seed.factories.pages import make_page
from translations.likeness import likeness
from translations.memory import exact_matches, matches, remember, remember_all
from translations.models import MemoryEntry, State
from translations.segments import segments_of
from translations.writing import write_segment

from .conftest import start

pytestmark = pytest.mark.django_db
PAIR = ("en", "fr")

# What a translator would call like or unlike: source in the memory, source to translate, the least and highest score.
QUALITY = [
    ("Mayors from nine countries met in Strasbourg.", "Mayors from nine countries met in Strasbourg", 97, 100),
    ("Mayors from nine countries met in Strasbourg.", "Mayors, from nine countries, met in Strasbourg.", 90, 99),
    ("Mayors from nine countries met in Strasbourg.", "Mayors from ten countries met in Strasbourg.", 88, 98),
    ("The city has joined the Alliance.", "The city of Tivat has joined the Alliance.", 75, 95),
    ("Read the Declaration of Mayors.", "Read the Declaration of Mayors and Elected Representatives.", 60, 85),
    ("The city has joined the Alliance.", "How to contact the secretariat in summer", 0, 59),
    ("Members by country", "Roma youth in local politics", 0, 59),
]


@pytest.mark.parametrize(("known", "new", "least", "most"), QUALITY)
def test_quality(known, new, least, most):
    remember(PAIR, known, f"fr {known}")
    found = matches(PAIR, new, least=0)
    score = found[0].score if found else 0
    assert least <= likeness(known, new) <= most
    assert score == likeness(known, new) or (score == 0 and most < 60)


def test_the_same_sentence_on_another_page_is_offered(french, trees):
    introduction = segments_of(french)[3]
    write_segment(french, introduction, "Premiers mots", State.TRANSLATED)
    other = start(make_page(trees.home, "Other", introduction="First words"), trees.locale("fr"))
    offered = matches(PAIR, segments_of(other)[-1].source)
    assert (offered[0].entry.target_text, offered[0].score, offered[0].exact) == ("Premiers mots", 100, True)


def test_the_memory_outlives_the_page(french, about):
    write_segment(french, segments_of(french)[3], "Premiers mots", State.TRANSLATED)
    about.delete()
    assert matches(PAIR, "First words")[0].entry.target_text == "Premiers mots"


def test_the_other_direction_and_other_languages_are_apart():
    remember(PAIR, "First words", "Premiers mots")
    assert matches(("en", "de"), "First words") == []
    assert matches(("fr", "en"), "Premiers mots") == []


def test_a_pair_is_kept_once_and_the_last_used_comes_first():
    remember(PAIR, "First words", "Premiers mots")
    remember(PAIR, "First words", "Premières paroles")
    remember(PAIR, "First words", "Premiers mots")
    assert MemoryEntry.objects.count() == 2
    assert [match.entry.target_text for match in matches(PAIR, "First words")] == ["Premiers mots", "Premières paroles"]


def test_many_are_remembered_at_once(django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        remember_all(PAIR, [("One sentence", "Une phrase"), ("One sentence", "Une phrase"), ("<br/>", "")], "Somewhere")
    remember_all(PAIR, [("One sentence", "Une phrase")])
    assert [match.entry.place for match in matches(PAIR, "One sentence.")] == ["Somewhere"]


def test_other_tags_are_no_exact_match():
    remember(PAIR, "See <b>it</b>", "Voir <b>cela</b>")
    found = matches(PAIR, "See it")[0]
    assert (found.score, found.exact) == (100, False)
    assert exact_matches(PAIR, ["See it"]) == {}


def test_nothing_is_remembered_of_nothing():
    assert remember(PAIR, "<br/>", "") is None
    assert matches(PAIR, "") == []
