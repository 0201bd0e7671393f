"""Each language has its own alphabet: which letters stand alone, and after which one."""

import pytest

from common.collation import by_letter, in_order

WORDS = {
    "hu": "ablak cukor csók dal dzéta dzsungel galamb gyerek nap nyár ok öl őr szó tó tyúk út űr üveg zab zsír",
    "sk": "auto ähoj cena čaj ďalej dom hora chlieb izba ôsmy sen šaty zima žena",
    "ro": "an ăla ânger casă in înger sac șarpe tac țap",
    "el": "άλφα βήτα Γάμμα ἔψιλον όμικρον σίγμα ωμέγα",
    "uk": "гора ґанок дім експорт єдність жито інший їжа йод ріка щит юність яблуко",
    "tr": "can çan dağ gaz ğ hal ılık ilik İzmir jel oya öç su şal un ün",
}


@pytest.mark.parametrize("language", WORDS)
def test_words_stand_in_the_order_of_the_dictionary(language):
    words = WORDS[language].split()
    assert in_order(reversed(words), language=language) == words


@pytest.mark.parametrize(
    ("language", "words", "letters"),
    [
        ("hu", ["cukor", "csók", "dzéta", "dzsungel", "nyár", "őr", "úr"], ["C", "Cs", "Dz", "Dzs", "Ny", "Ö", "U"]),
        ("sk", ["hora", "chlieb", "čaj"], ["Č", "H", "Ch"]),
        ("ro", ["în", "şase", "șapte", "ţap"], ["Î", "Ș", "Ț"]),
        ("el", ["ἀθίγγανοι", "Ώρα"], ["Α", "Ω"]),
        ("uk", ["ґанок", "Єва", "Їжак", "іній"], ["Ґ", "Є", "І", "Ї"]),
        ("tr", ["ıspanak", "Isparta", "izmir", "İnce"], ["I", "İ"]),
        ("en", ["8 April", "Šinti", "sinti"], ["#", "S"]),
    ],
)
def test_words_stand_under_their_letter(language, words, letters):
    assert [letter for letter, _words in by_letter(words, language=language)] == letters


def test_a_doubled_hungarian_digraph_is_two_of_it():
    assert in_order(["asszony", "aszú", "asztal"], language="hu") == ["asszony", "asztal", "aszú"]
    assert in_order(["meggy", "meg", "megye"], language="hu") == ["meg", "megye", "meggy"]


def test_other_scripts_follow_the_own_one():
    assert in_order(["roma", "ром", "ρομ"], language="uk") == ["ром", "roma", "ρομ"]
    assert in_order(["ром", "roma"], language="en") == ["roma", "ром"]
