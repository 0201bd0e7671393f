"""The passage shown under a result."""

from search.query import SearchQuery
from search.snippets import Marks, marked, snippet


def marks(*tokens):
    return Marks(set(tokens))


def test_marks_words_in_every_form_without_regard_to_accents_and_case():
    text = "Şişli, SISLI and Sisliana"
    assert marked(text, marks("sisli"), "en") == "<mark>Şişli</mark>, <mark>SISLI</mark> and Sisliana"
    assert marked("Municipalities!", marks("municip"), "en") == "<mark>Municipalities</mark>!"


def test_marks_a_name_of_several_words_only_as_a_whole():
    name = Marks(rows={"gen": [("gen", "du", "voyag")]})
    assert marked("du vent, gens du voyage", name, "fr") == "du vent, <mark>gens du voyage</mark>"


def test_escapes_everything_else():
    assert marked('<a title="x">Volos</a>', marks("volo", "volos"), "xx").startswith("&lt;a title=&quot;x&quot;&gt;")


def test_takes_the_text_with_most_words():
    assert "<mark>Tirana</mark>" in snippet(["Nothing here.", "Papers in Tirana."], marks("tirana", "paper"), "en")


def test_cuts_around_the_words():
    text = "word " * 100 + "Tirana " + "word " * 100
    passage = snippet([text], marks("tirana"), "en")
    assert passage.startswith("… ")
    assert passage.endswith(" …")
    assert "<mark>Tirana</mark>" in passage
    assert len(passage) < 280


def test_begins_with_a_sentence():
    text = f"One thing was said {'at length ' * 12}and with care. Tirana came next. And then it ended."
    assert snippet([text], marks("tirana"), "en").startswith("… <mark>Tirana</mark> came next.")


def test_keeps_what_stands_before_a_word_that_comes_soon():
    text = "Towns could apply for the fifth Dosta! Congress Prize."
    assert (
        snippet([text], marks("prize"), "en") == "Towns could apply for the fifth Dosta! Congress <mark>Prize</mark>."
    )


def test_no_text_no_snippet():
    assert snippet(["", "  "], marks("x"), "en").strip() == ""


def test_a_query_is_taken_apart():
    query = SearchQuery.read('Şişli "gens du voyage" l’école -x munic* -"no way"')
    assert [(part.text, part.is_phrase, part.is_beginning, part.excluded) for part in query.parts] == [
        ("Şişli", False, False, False),
        ("gens du voyage", True, False, False),
        ("l’école", False, False, False),
        ("x", False, False, True),
        ("munic", False, True, False),
        ("no way", True, False, True),
    ]


def test_a_query_keeps_few_words():
    query = SearchQuery.read("a1 b2 c3 d4 e5 f6 g7 h8 i9 j10 k11 l12 m13 n14")
    assert len(query.parts) == 12
