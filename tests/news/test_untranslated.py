"""A translated story waits for the quotations that it takes from the library."""

import pytest
from django.utils.translation import override
from wagtail_localize.models import Translation, TranslationSource

from seed.factories.news import make_story
from seed.factories.pages import make_locale
from seed.factories.people import make_people_index, make_person, make_quotation
from tests.worlds import world
from translations.gate import problems

pytestmark = pytest.mark.django_db
TEXT = "European spirit originates from encounters"


@world
def said(newsroom):
    return make_quotation(make_person(make_people_index(newsroom.home)), TEXT)


@world
def waiting(newsroom, said):
    """The record by which a story that quotes is translated into French."""
    story = make_story(newsroom.index, body=[{"type": "quotation", "value": said.pk}])
    source, _made = TranslationSource.update_or_create_from_instance(story)
    return Translation.objects.create(source=source, target_locale=make_locale("fr"))


def named(translation):
    return [sentence for sentence in problems(translation) if TEXT in sentence]


def test_without_french_words_the_gate_names_the_quotation(waiting):
    (sentence,) = named(waiting)
    assert sentence.startswith("1 quotation from the library has no translation into this language (Français)")
    with override("fr"):
        assert named(waiting)[0].startswith("1 citation de la bibliothèque")


def test_a_row_that_still_has_the_words_of_the_source_does_not_count(waiting, said):
    make_quotation(said.person, translation_of=said, locale="fr")
    assert named(waiting)


def test_with_french_words_nothing_is_named(waiting, said):
    make_quotation(said.person, translation_of=said, locale="fr", translation="L’esprit européen naît de rencontres")
    assert named(waiting) == []


def test_french_words_need_no_french_translation(waiting, said):
    type(said).objects.filter(pk=said.pk).update(language="fr")
    assert named(waiting) == []
