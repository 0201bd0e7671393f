"""Rules of the guard that hold in any language."""

import pytest

from glossary.guard.engine import find, hits
from glossary.guard.forms import Form
from glossary.guard.lexicon import lexicon
from tests.glossary.guard.listed import demo_lexicon


def words(text, language="en"):
    return [hit.words for hit in hits(text, demo_lexicon(language))]


def test_offsets_are_characters_of_the_text():
    text = "À Nîmes, les «\u00a0gens du voyage\u00a0» et les Tsiganes."
    hit = hits(text, demo_lexicon("fr"))[0]
    assert text[hit.start : hit.end] == hit.words == "Tsiganes"


def test_offsets_hold_where_accents_are_letters_of_their_own():
    text = "Un t\u0326iga\u0306n? Un t\u0326igan."
    (hit,) = hits(text, demo_lexicon("ro"))
    assert text[hit.start : hit.end] == "t\u0326igan"


def test_the_longest_form_counts_and_a_fine_one_shields_what_is_inside():
    assert words("Roms et Gens du voyage", "fr") == []
    assert words("les gens du voyage", "fr") == ["gens du voyage"]


def test_a_form_says_why_and_what_to_write():
    known = lexicon("en", (Form("Gypsy", "discouraged", "Roma", "Felt as an insult"),))
    (hit,) = hits("a gypsy", known)
    assert (hit.form.severity, hit.form.preferred, hit.form.reason) == ("discouraged", "Roma", "Felt as an insult")


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        ("“The Gypsies left.”", "quotation"),
        ("the Gypsy and Traveller Sites Act 2004", "law"),
        ("the word Gypsy", "exception"),
    ],
)
def test_where_a_form_may_stand_there_is_a_note(text, quiet):
    (finding,) = find(text, demo_lexicon("en"))
    assert finding.quiet == quiet
    assert hits(text, demo_lexicon("en")) == []


def test_a_quoted_block_is_quiet_throughout():
    (finding,) = find("The Gypsies left.", demo_lexicon("en"), quoted=True)
    assert finding.quiet == "quotation"


@pytest.mark.parametrize(
    "text",
    [
        "The Gypsies’ camp isn't “open” to gypsies, it's 'closed' to Gypsies",
        '5" for gypsies, 6" for others',
        "He said “no” and the gypsies said “yes” again",
        "“No”, said the gypsies. “Yes”, said the mayor.",
    ],
)
def test_marks_and_apostrophes_do_not_swallow_what_stands_between_them(text):
    assert words(text)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "— Les gitans sont partis, dit-il.", []),
        ("ro", "– Țiganii au plecat, a spus bătrânul.", []),
        ("hu", "– A cigányok elmentek – felelte az öreg.", []),
        ("fr", "– gitans\n– tsiganes", ["gitans", "tsiganes"]),
        ("en", "– The gypsies left.", ["gypsies"]),
    ],
)
def test_what_is_said_after_a_dash_is_quoted_where_people_write_so(language, text, found):
    assert words(text, language) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Die Zigeu-\nner schliefen.", ["Zigeu-\nner"]),
        ("de", "Zigeuner-\nund Bauernkinder", ["Zigeuner"]),
        ("fr", "Les gens\ndu voyage", ["gens\ndu voyage"]),
        ("fr", "des gitan·es", ["gitan·es"]),
    ],
)
def test_the_end_of_a_line_and_two_genders_hide_no_form(language, text, found):
    assert words(text, language) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The Roma, Gypsies and Travellers Forum meets.", []),
        ("en", "Emir Kusturica’s Time of the Gypsies", []),
        ("en", "Sarah Tinker chairs the group.", []),
        ("en", "Local Gypsies and Bulgarians share one well.", ["Gypsies"]),
        ("en", "Europe’s Gypsies are not a problem.", ["Gypsies"]),
        ("en", "Elderly Gypsies and the mayor of Gypsy origin met.", ["Gypsies", "Gypsy"]),
        ("en", "Council Moves Gypsies From Riverside Field", ["Gypsies"]),
        ("fr", "Le Forum européen des Roms et des Gens du voyage", []),
        ("fr", "La rue des Bohémiens mène à l’opérette Le Baron tzigane.", []),
        ("fr", "Le film montre des gitans.", ["gitans"]),
        ("de", "Der Roman Die Zigeunerin erscheint.", []),
        ("de", "Im Roman stehlen die Zigeuner.", ["Zigeuner"]),
        ("de", "Sie verkleidete sich als Zigeunerin.", ["Zigeunerin"]),
        ("ro", "Petre Țigănuș cântă pe Strada Țiganilor.", []),
        ("ro", "În Cluj Țiganii stau la margine.", ["Țiganii"]),
        ("hu", "A Cigány utca sarkán", []),
        ("hu", "Budapesten Cigányok élnek.", ["Cigányok"]),
        ("de", "Unsere Geschichte\n\nDie Zigeuner kamen.", ["Zigeuner"]),
        ("fr", "Notre histoire\n\nLes Tsiganes arrivent.", ["Tsiganes"]),
        ("hu", "A történet\n\nA cigányok jöttek.", ["cigányok"]),
        ("en", "About the film\n\nThe Gypsies came.", ["Gypsies"]),
    ],
)
def test_names_of_people_places_bodies_and_works_are_no_forms(language, text, found):
    assert words(text, language) == found


def test_a_quotation_left_open_ends_with_its_paragraph():
    assert words("“The Gypsies left.\n\nThe Gypsies stayed.") == ["Gypsies"]


@pytest.mark.parametrize(
    "text", ["gypsyhood", "gypsies@b.org", "http://gypsies.org/gypsies", "antigypsyism", "NoGypsies"]
)
def test_only_whole_words_count(text):
    assert words(text) == []


def test_capitals_matter_for_an_abbreviation():
    assert words("the RAE communities") == ["RAE"]
    assert words("Rae and rae") == []


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("sk", "Bez cigánov a cigániek.", ["cigánov", "cigániek"]),
        ("cs", "Cikáni a nepřizpůsobivých", ["Cikáni", "nepřizpůsobivých"]),
        ("it", "gli zingari e una zingara", ["zingari", "zingara"]),
        ("bg", "Циганите и циганка", ["Циганите", "циганка"]),
        ("uk", "Цигани та циганів", ["Цигани", "циганів"]),
        ("ru", "цыганам и Цыган", ["цыганам", "Цыган"]),
        ("sr", "Цигани и циганима, cigana", ["Цигани", "циганима", "cigana"]),
        ("el", "οι Τσιγγάνοι και των τσιγγάνων, γύφτοι", ["Τσιγγάνοι", "τσιγγάνων", "γύφτοι"]),
        ("sq", "magjupët dhe jevgjit", ["magjupët", "jevgjit"]),
        ("tr", "çingeneler ve Çingenelere", ["çingeneler", "Çingenelere"]),
        ("fi", "mustalaisia ja mustalaisten", ["mustalaisia", "mustalaisten"]),
        ("sv", "tattarna", ["tattarna"]),
        ("nb", "sigøynerne", ["sigøynerne"]),
        ("nl", "zigeuners", ["zigeuners"]),
        ("lt", "čigonų", ["čigonų"]),
    ],
)
def test_forms_are_found_inflected_in_the_other_languages(language, text, found):
    assert words(text, language) == found


def test_a_text_of_any_size_and_kind_is_read():
    assert words("\x00\ud800 “" * 500 + "Gypsies") is not None
    assert words("") == []
