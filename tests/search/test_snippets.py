"""The passage shown under a result."""

from search.query import SearchQuery
from search.snippets import marked, snippet


def test_marks_words_without_regard_to_accents_and_case():
    assert marked("Şişli, SISLI and Sisliana", {"sisli"}) == "<mark>Şişli</mark>, <mark>SISLI</mark> and Sisliana"


def test_escapes_everything_else():
    assert marked('<a title="x">Volos</a>', {"volos"}) == "&lt;a title=&quot;x&quot;&gt;<mark>Volos</mark>&lt;/a&gt;"


def test_takes_the_text_with_most_words():
    assert "<mark>Tirana</mark>" in snippet(["Nothing here.", "Papers in Tirana."], {"tirana", "papers"})


def test_cuts_around_the_first_word():
    text = "word " * 100 + "Tirana " + "word " * 100
    passage = snippet([text], {"tirana"})
    assert passage.startswith("… ")
    assert passage.endswith(" …")
    assert "<mark>Tirana</mark>" in passage
    assert len(passage) < 260


def test_no_text_no_snippet():
    assert snippet(["", "  "], {"x"}) == ""


def test_a_query_keeps_few_plain_words():
    query = SearchQuery.read('Şişli "AND" l’école -x* ' + "a1 b2 c3 d4 e5 f6 g7 h8 i9 j10 k11")
    assert query.words[:6] == ("sisli", "and", "l", "ecole", "x", "a1")
    assert len(query.words) == 12
