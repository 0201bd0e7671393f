"""A quotation keeps the speaker's words, and says who spoke, in which office, in the reader's language."""

import pytest
from django.utils.translation import override

from blocks.quote import NOTE, QuoteBlock, initials
from tests.blocks.markup import rendered

FRENCH = {
    "text": "L’Alliance, une initiative forte",
    "language": "fr",
    "translation": "The Alliance, a strong initiative",
    "translation_note": "English text as the old site published it.",
    "speaker": "Jean-Claude Frécon",
    "role": "Senator",
    "country": "FR",
    "group": "EPP/CCE",
    "occasion": "Strasbourg",
    "date": "2014-03-06",
    "source": "https://www.coe.int/speech",
}
ENGLISH = {"text": "Papers first", "language": "en", "speaker": "John Warmisham"}


def test_a_foreign_quotation_stands_first_with_its_translation_open_beneath():
    html = rendered("quote", FRENCH)
    assert '<blockquote lang="fr" dir="ltr"><p>L’Alliance, une initiative forte</p></blockquote>' in html
    assert '<details class="quote__more" open>' in html
    assert "Read in English" in html
    assert "Original in French. English text as the old site published it." in html
    assert html.index("une initiative forte") < html.index("a strong initiative")


def test_the_translation_is_left_out_where_the_reader_understands_the_original():
    with override("fr"):
        html = rendered("quote", FRENCH)
    assert "a strong initiative" not in html
    assert "<details" not in html


def test_words_that_nobody_has_translated_are_not_called_a_translation():
    with override("rom"):
        html = rendered("quote", {**FRENCH, "translation": FRENCH["text"], "translation_note": str(NOTE)})
    assert "<details" not in html
    assert str(NOTE) not in html


def test_it_is_said_when_nobody_knows_who_translated():
    html = rendered("quote", {**FRENCH, "translation_note": ""})
    assert str(NOTE) in html


@pytest.mark.parametrize(("language", "country", "group"), [("en", "France", "EPP/CCE"), ("fr", "France", "PPE/CCE")])
def test_country_and_political_group_follow_the_language_of_the_page(language, country, group):
    with override(language):
        html = rendered("quote", FRENCH)
    assert f"({country}, <abbr title=" in html
    assert f">{group}</abbr>)" in html


def test_the_group_is_written_in_full_for_those_who_do_not_know_it():
    assert 'title="European People’s Party Group"' in rendered("quote", FRENCH)


def test_a_speaker_without_country_or_group_has_no_empty_brackets():
    html = rendered("quote", ENGLISH)
    assert "(" not in html
    assert 'class="monogram" aria-hidden="true">JW<' in html


def test_the_date_is_machine_readable_and_in_words():
    assert '<time datetime="2014-03-06">6 March 2014</time>' in rendered("quote", FRENCH)
    assert '<time datetime="2014-10">October 2014</time>' in rendered("quote", {**FRENCH, "date": "2014-10"})


def test_right_to_left_and_romani_words_carry_their_language():
    assert '<blockquote lang="ar" dir="rtl">' in rendered("quote", {**ENGLISH, "language": "ar"})
    assert '<blockquote lang="rmn" dir="ltr">' in rendered("quote", {**ENGLISH, "language": "rmn"})


def test_a_source_in_print_is_named_and_one_on_the_web_is_linked():
    assert "Source: CG(24)8" in rendered("quote", {**FRENCH, "source": "CG(24)8"})
    assert '<a href="https://www.coe.int/speech" rel="external">Source: coe.int</a>' in rendered("quote", FRENCH)


def test_markup_and_script_addresses_are_shown_as_words():
    evil = '"><script>alert(1)</script>'
    everything = dict.fromkeys(FRENCH, evil) | {"language": "fr", "date": None, "source": "javascript:alert(1)"}
    html = rendered("quote", everything)
    assert "<script" not in html
    assert "href=" not in html


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Christine Oppitz-Plörer", "CO"), ("Plato", "P"), ("", ""), ("ana de la cruz", "AC"), ("(1) 2", "")],
)
def test_a_monogram_takes_the_first_and_the_last_name(name, letters):
    assert initials(name) == letters


def test_marks_typed_by_editors_are_taken_away():
    block = QuoteBlock()
    cleaned = block.clean(block.normalize({**ENGLISH, "text": "“Papers first”", "translation": "« D’abord »"}))
    assert cleaned["text"] == "Papers first"
    assert cleaned["translation"] == "D’abord"
