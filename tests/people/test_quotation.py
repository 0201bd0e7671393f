"""A quotation is kept once and read in every language."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail_localize.models import StringSegment, TranslationSource

from people.models import Quotation
from people.publishing import pages_with
from seed.factories.news import make_story
from seed.factories.pages import make_locale, translate_page
from seed.factories.people import make_person, make_quotation
from tests.worlds import world

from .conftest import TEXT, quoted


def read(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@world
def story(place):
    return make_story(place.news, "Innsbruck joins", body=quoted(place.said), date="2013-04-26")


def test_a_story_shows_the_speaker_with_country_and_group(client, story):
    html = read(client, "/en/news/innsbruck-joins/")
    assert TEXT in html
    assert (
        '<a href="/en/people/christine-oppitz-plorer/">Christine Oppitz-Plörer</a></b> '
        '(Austria, <abbr title="European People’s Party Group">EPP/CCE</abbr>)'
    ) in html
    assert "Mayor of Innsbruck" in html
    assert "Read in English" not in html


def test_the_french_page_of_an_english_choice_shows_the_french_row(client, place, story):
    translate_page(story, "fr", title="Innsbruck rejoint", slug="innsbruck-rejoint")
    html = read(client, "/fr/actualites/innsbruck-rejoint/")
    assert TEXT in html
    assert "L’esprit européen naît de rencontres" in html
    assert "Traduction publiée par l’Alliance." in html
    assert '(Autriche, <abbr title="' in html
    assert ">PPE/CCE</abbr>)" in html
    assert "Maire d’Innsbruck" in html
    assert "/fr/personnes/christine-oppitz-plorer/" in html


def test_words_without_a_translation_are_shown_as_they_were_said(client, place, story):
    Quotation.objects.filter(pk=place.dit.pk).delete()
    translate_page(story, "fr", title="Innsbruck rejoint", slug="innsbruck-rejoint")
    html = read(client, "/fr/actualites/innsbruck-rejoint/")
    assert f'<blockquote lang="en" dir="ltr"><p>{TEXT}</p></blockquote>' in html
    assert "quote__translation" not in html


def test_five_quotations_cost_two_queries_more_than_none(client, place):
    people = [make_person(place.index, f"Person {number}", country="FR") for number in range(5)]
    rows = [make_quotation(person, f"Words {number}") for number, person in enumerate(people)]
    make_story(place.news, "Plain")
    make_story(place.news, "Five voices", body=quoted(*rows))

    def cost(url):
        read(client, url)
        with CaptureQueriesContext(connection) as captured:
            html = read(client, url)
        return len(captured), html

    plain, _html = cost("/en/news/plain/")
    five, html = cost("/en/news/five-voices/")
    assert all(f"Words {number}" in html for number in range(5))
    assert five <= plain + 2


def test_the_date_of_the_story_stands_in_for_one_that_is_not_on_record(client, place):
    roles = [
        {"office": "Vice-President of the Congress", "end": "2014-10-13", "group": "SOC"},
        {"office": "President of the Congress", "start": "2014-10-14", "group": "SOC"},
    ]
    senator = make_person(place.index, "Jean-Claude Frécon", roles, country="FR")
    row = make_quotation(senator, "Une initiative forte", language="fr")
    make_story(place.news, "Before", body=quoted(row), date="2014-03-06")
    make_story(place.news, "After", body=quoted(row), date="2015-03-06")
    assert "Vice-President of the Congress" in read(client, "/en/news/before/")
    after = read(client, "/en/news/after/")
    assert "President of the Congress" in after
    assert "Vice-President" not in after


def test_a_deleted_record_leaves_the_story_standing(client, place, story):
    Quotation.objects.all().delete()
    assert TEXT not in read(client, "/en/news/innsbruck-joins/")


def test_choosing_keeps_the_row_that_was_chosen(place, story):
    with override("fr"):
        block = story.__class__.objects.get(pk=story.pk).body[0]
        assert block.value.pk == place.said.pk
        assert block.value.reading.row.pk == place.dit.pk


def test_original_words_are_the_same_in_every_language(place):
    place.said.text = "European spirit begins face to face"
    place.said.source_url = "https://example.org/new"
    place.said.save()
    place.dit.refresh_from_db()
    assert place.dit.text == "European spirit begins face to face"
    assert place.dit.source_url == "https://example.org/new"
    assert place.dit.translation == "L’esprit européen naît de rencontres"


def test_untranslated_rows_follow_the_words(place):
    make_locale("de")
    german = make_quotation(place.mayor, translation_of=place.said, locale="de")
    assert german.translation == TEXT
    place.said.text = "European spirit begins face to face"
    place.said.save()
    german.refresh_from_db()
    assert german.translation == german.text == "European spirit begins face to face"


def test_translators_get_the_words_the_note_and_the_occasion_once(place):
    source, _made = TranslationSource.update_or_create_from_instance(place.said)
    found = dict(StringSegment.objects.filter(source=source).values_list("context__path", "string__data"))
    assert found == {
        "translation": TEXT,
        "translation_note": "Who translated it is not on record.",
        "occasion": "Innsbruck",
    }


def test_a_story_gives_translators_the_record_and_no_words(place, story):
    source, _made = TranslationSource.update_or_create_from_instance(story)
    assert not StringSegment.objects.filter(source=source, context__path__startswith="body").exists()
    related = source.relatedobjectsegment_set.get()
    assert related.object_id == place.said.translation_key


def test_pages_in_every_language_are_known_to_use_it(place, story):
    french = translate_page(story, "fr", title="Innsbruck rejoint", slug="innsbruck-rejoint")
    assert {page.pk for page in pages_with(place.dit)} == {story.pk, french.pk}


def test_a_story_is_found_by_the_words_of_its_quotations(place, story):
    block = story.body[0]
    assert TEXT in block.block.get_searchable_content(block.value)
