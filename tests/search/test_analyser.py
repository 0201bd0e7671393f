"""Words of all languages become tokens in the same way in pages and in queries."""

import pytest

from search.analyser import ANALYSER_VERSION, analysed, other_script, words
from search.checks import check_analyser
from search.models import SearchDoc
from search.scripts import sound_of, sounds_asked

ALIKE = [
    ("en", "municipalities municipality MUNICIPALITY’S"),
    ("en", "Travellers traveller travelling"),
    ("fr", "municipalités municipalité"),
    ("fr", "l’école école écoles d’école"),
    ("de", "Bürgermeisterin Bürgermeister Buergermeister"),
    ("de", "Straße Strasse"),
    ("ro", "țări ţări"),
    ("ro", "primăriilor primăria"),
    ("hu", "önkormányzatokkal önkormányzat onkormanyzat"),
    ("uk", "громадами громада"),
    ("uk", "Ужгороді Ужгород"),
    ("bg", "общините община"),
    ("el", "Δήμος δημος ΔΉΜΟΣ δήμου"),
    ("tr", "ŞİŞLİ şişli Şişli"),
    ("tr", "belediyesi belediyeleri"),
    ("sr", "општина opština општине opstina"),
    ("sr", "Крагујевац Kragujevac"),
    ("sr", "документи dokumenata dokument"),
    ("sr", "projekata projekti projekat"),
    ("rom", "Rroma Roma Romenge Romengo"),
    ("rom", "čhib ćhib chib"),
    ("sk", "školy škola"),
    ("en", "children child"),
    ("en", "rumour rumors"),
    ("en", "neighbourhood neighborhoods"),
    ("en", "organisation organizations organise"),
    ("en", "programme programs"),
    ("en", "centre centers"),
    ("en", "councillor councilors"),
    ("en", "defence defense"),
    ("fr", "grecque grec grecques"),
    ("fr", "publique public publics"),
    ("fr", "conseiller conseillère conseillers"),
    ("fr", "médiatrice médiateur"),
    ("fr", "élus élue élu"),
    ("de", "Diskriminierung diskriminieren diskriminiert"),
    ("de", "kontaktieren Kontakt"),
    ("de", "Mediatorin Mediatorinnen Mediator"),
    ("de", "Stadträtin Stadträtinnen"),
    ("de", "Ärztin Ärztinnen"),
    ("de", "Antiziganismus antiziganistisch antiziganistische"),
    ("de", "Rassismus Rassist Rassistinnen rassistischen"),
    ("de", "Förderung fördern"),
    ("de", "Nachbarn Nachbarin"),
    ("ro", "discriminări discriminare"),
    ("ro", "rasism rasiști"),
    ("hu", "polgármesterek polgármester"),
    ("hu", "önkormányzati önkormányzat"),
    ("hu", "gyermekeket gyerekek"),
    ("hu", "rasszizmus rasszista"),
    ("uk", "харківська харківського Харків"),
    ("uk", "громадський громада"),
    ("el", "ρατσισμός ρατσιστική"),
    ("sr", "potpis потпис potpisi потписао potpisuje"),
    ("sr", "deca деца dete"),
    ("rom", "forurenqe forurenge forura foro"),
    ("rom", "divesenge dives"),
    ("en", "racism racist racists"),
    ("en", "extremism extremists extremist"),
    ("fr", "racisme raciste racistes"),
    ("ro", "școală școli școlile scoli"),
    ("ro", "piață piețe pieței"),
    ("ro", "drept drepturile"),
    ("ro", "copil copiilor"),
    ("hu", "Budapest budapesti"),
    ("uk", "пам’ять пам'яті"),
    ("uk", "підписання підписав підписує"),
    ("el", "παιδί παιδιά παιδιών"),
    ("el", "συμβούλιο συμβούλια"),
    ("el", "διάκριση διακρίσεις"),
    ("tr", "arabulucu arabulucular arabulucusu"),
    ("sr", "gradonačelnik gradonačelnici"),
    ("sr", "grad gradovi"),
    ("rom", "rasizmo rasizmosko rasizmos"),
    ("rom", "dijalekto dialekto"),
    ("rom", "čhib chhib"),
]
APART = [
    ("en", "Romani Romania"),
    ("en", "prize price"),
    ("en", "hour house"),
    ("fr", "électeur électrique"),
    ("fr", "maire mare"),
    ("de", "Papier Papst"),
    ("de", "Termin Term"),
    ("de", "Bürgermeisterin Bürger"),
    ("sr", "slike lik"),
    ("hu", "választás volt"),
]


@pytest.mark.parametrize(("language", "text"), ALIKE)
def test_forms_of_a_word_meet(language, text):
    found = [{word.token, word.alternative} - {""} for word in words(text, language)]
    assert set.intersection(*found)


@pytest.mark.parametrize(("language", "text"), APART)
def test_different_words_stay_apart(language, text):
    first, second = ({word.token, word.alternative} - {""} for word in words(text, language))
    assert not first & second


@pytest.mark.parametrize(
    ("typed", "shape", "language"),
    [
        ("uzhhorod", "ужгороді", "uk"),
        ("uzhgorod", "ужгород", "uk"),
        ("odessa", "одесі", "uk"),
        ("iraklio", "ηράκλειο", "el"),
        ("thessaloniki", "θεσσαλονίκης", "el"),
    ],
)
def test_a_name_in_latin_letters_sounds_like_the_name_itself(typed, shape, language):
    word = next(iter(words(shape, language)))
    assert set(sounds_asked(typed)) & {sound_of(word.token, language), sound_of(shape, language)}


@pytest.mark.parametrize(("language", "text"), [("fr", "municipalités"), ("uk", "громади"), ("hu", "önkormányzatok")])
def test_a_word_typed_without_accents_meets_itself(language, text):
    tokens, further, _vocabulary = analysed(text, language)
    bare = analysed("".join(vocabulary for vocabulary, _token in _vocabulary), language)[0]
    assert set(bare) & {*tokens, *further}


def test_a_compound_is_found_by_its_parts_and_as_a_whole():
    assert [word.token for word in words("anti-Gypsyism", "en")] == ["anti", "gypsyism", "antigypsy"] or [
        word.shape for word in words("anti-Gypsyism", "en")
    ] == ["anti", "gypsyism", "antigypsyism"]


def test_an_apostrophe_within_a_ukrainian_word_parts_nothing():
    assert [word.bare for word in words("об’єднання", "uk")] == ["обєднання"]


def test_places_of_words_are_those_of_the_text():
    text = "L’École d’Été"
    assert [text[word.start : word.end] for word in words(text, "fr")] == ["École", "Été"]


def test_names_of_other_scripts_have_latin_letters_too():
    assert other_script("бургас", "bg") == "burgas"
    assert other_script("ηράκλειο", "el") == "irakleio"
    assert other_script("burgas", "en") == ""


@pytest.mark.parametrize("text", ["", "\x00", "…—„“", "a" * 100_000, "🎪", "'’'", "--", "\ud800x"])
def test_any_text_has_tokens_of_letters_and_digits_only(text):
    for word in words(text, "en"):
        assert word.token.isalnum()
        assert len(word.token) <= 60


@pytest.mark.django_db
def test_an_index_of_another_version_is_reported(library_of_pages):
    assert check_analyser(None, databases=["default"]) == []
    SearchDoc.objects.update(version=ANALYSER_VERSION + 1)
    assert [warning.id for warning in check_analyser(None, databases=["default"])] == ["alliance.W030"]
