"""What the checks find in a segment."""

from types import SimpleNamespace

import pytest
from django.utils.module_loading import import_string

from alliance_cms.settings import base
from translations.quality.findings import Pair, findings_of
from translations.quality.vocabulary import Term
from translations.showing import differences


@pytest.fixture(autouse=True)
def _no_glossary(settings):
    """These checks need none; what the glossary says is told where it matters."""
    settings.TRANSLATION_TERMS, settings.TRANSLATION_GUARD = "", ()


def codes(source, target, language="fr", **more):
    return [finding.code for finding in findings_of(Pair(source, target, "en", language, **more))]


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("It is open.", "C’est ouvert.", []),
        ("See <b>it</b>.", "Voir.", ["tags"]),
        ("See <b>it</b>.", "Voir <b>cela.", ["tags"]),
        ('See <a id="a1">it</a>.', 'Voir <a id="a2">cela</a>.', ["tags"]),
        ("In 1,234 towns.", "Dans 1\u202f234 villes.", []),
        ("In 12.5 percent.", "Dans 12,5 pour cent.", []),
        ("In 1,234 towns.", "Dans 1\u202f243 villes.", ["numbers"]),
        ("On 2 August 1944 in 7 towns.", "Le 2 août 1944 dans 7 villes.", []),
        ("On August 2, 1944.", "Le 2 août 1944.", []),
        ("On 2 August 1944.", "Le 2 juillet 1944.", ["dates"]),
        ("On 2 August 1944.", "Le 3 août 1944.", ["dates", "numbers"]),
        ("On 8 April.", "Le 08/04/2024.", ["dates", "numbers"]),
        ("Write to info@example.org now.", "Écrivez maintenant.", ["links"]),
        ("Why?", "Pourquoi\u202f?", []),
        ("Why?", "Pourquoi ?", ["punctuation"]),
        ("Why?", "Pourquoi.", ["punctuation"]),
        ("It is open.", "C'est ouvert.", ["punctuation"]),
        ("It is open.", "Il est  ouvert.", ["spaces"]),
        ("It stays open", "It stays open", ["same"]),
        ("Strasbourg", "Strasbourg", []),
        ("It is “open”.", "C’est «ouvert».", ["punctuation"]),
        ("Read %(count)d texts", "Lire %(nombre)d textes", ["placeholders"]),
    ],
)
def test_french(source, target, found):
    assert codes(source, target) == found


@pytest.mark.parametrize(
    ("language", "target", "found"),
    [
        ("de", "Am 2. August 1944.", []),
        ("hu", "1944. augusztus 2.", []),
        ("es", "El 2 de agosto de 1944.", []),
        ("uk", "2 серпня 1944.", []),
        ("el", "Στις 2 Αυγούστου 1944.", []),
        ("bg", "На 2 август 1944.", []),
        ("rom", "2 augusti 1944.", []),
        ("de", "Am 2. Juli 1944.", ["dates"]),
    ],
)
def test_dates_in_other_languages(language, target, found):
    assert codes("On 2 August 1944.", target, language) == found


def test_what_does_not_fit_blocks():
    found = findings_of(Pair("Short", "Beaucoup trop long", "en", "fr", max_length=10))
    assert (found[0].code, found[0].blocks) == ("length", True)


def test_terms():
    terms = (Term("antigypsyism", "antitsiganisme", ("anti-Gypsyism",)),)
    assert codes("Against anti-Gypsyism.", "Contre l’antitsiganisme.", terms=terms) == []
    assert codes("Against anti-Gypsyism.", "Contre le racisme.", terms=terms) == ["terms"]


def test_spanish_marks_come_in_pairs():
    assert codes("Why?", "Por qué?", "es") == ["punctuation"]
    assert codes("Why?", "¿Por qué?", "es") == []


GUARD = tuple(f"tests.translations.test_quality.{name}" for name in ("find_words", "known_words"))


def known_words(_language):
    return ("nomades",)


def find_words(text, lexicon):
    form = SimpleNamespace(preferred="Gens du voyage")
    return [SimpleNamespace(words=word, form=form) for word in lexicon if word in text]


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("Les Roms et Gens du voyage.", []),
        ("Avec les Roms et les Gens du voyage.", []),
        ("Avec les Roms et des gens de voyages.", ["terms"]),
        ("Avec les Roms. Et tous les autres gens du voyage.", ["terms"]),
    ],
)
def test_an_article_may_stand_within_a_term(target, found):
    terms = (Term("Roma and Travellers", "Roms et Gens du voyage"),)
    assert codes("With Roma and Travellers.", target, terms=terms) == found


def test_what_the_house_wants_is_not_discouraged(settings):
    settings.TRANSLATION_GUARD = GUARD
    terms = (Term("Roma and Travellers", "Roms et nomades"),)
    assert codes("Roma and Travellers", "Les Roms et les nomades", terms=terms) == []
    assert codes("Travellers", "Les nomades", terms=terms) == ["discouraged"]


def test_discouraged_words(settings):
    settings.TRANSLATION_GUARD = GUARD
    assert codes("Travellers", "Des nomades") == ["discouraged"]


def test_the_settings_name_what_exists():
    for name in (base.TRANSLATION_TERMS, *base.TRANSLATION_GUARD):
        assert callable(import_string(name))


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("We meet in spring.", "We meet, in spring.", "We meet<ins>,</ins> in spring."),
        ("a b c", "a b c", "a b c"),
        ("a b c", "b c", "<del>a </del>b c"),
        ("a b", "a b c", "a b<ins> c</ins>"),
        ("a a a", "a a", "a a<del> a</del>"),
        ("one", "two", "<del>one</del><ins>two</ins>"),
        ("", "new", "<ins>new</ins>"),
    ],
)
def test_what_changed_is_shown(before, after, shown):
    assert differences(before, after) == shown
