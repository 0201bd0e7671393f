"""Editors keep the library, choose from it while they write, and are told where changed words are seen."""

import re

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.images import get_image_model

from accounts.models import User
from people.models import PersonPage, Quotation
from seed.factories.library import make_image
from seed.factories.news import make_story
from seed.factories.people import make_person, make_quotation
from tests.worlds import world

from .conftest import quoted

LIST = "wagtailsnippets_people_quotation:list"
EDIT = "wagtailsnippets_people_quotation:edit"
CHOOSER = Quotation.snippet_viewset.chooser_viewset


@pytest.fixture
def chief(client, place):
    client.force_login(User.objects.create_superuser("chief", "chief@example.org", "x"))
    return client


def form_of(row, **changed):
    """What the form of a quotation sends."""
    values = {
        "text": row.text,
        "language": row.language,
        "person": row.person_id,
        "date": row.date or "",
        "precision": row.precision,
        "source_url": row.source_url,
        "occasion": row.occasion,
        "translation": "",
        "translation_note": "",
    }
    return {**values, **changed}


def warnings(response):
    return [str(message) for message in get_messages(response.wsgi_request) if message.level_tag == "warning"]


def test_the_list_says_in_how_many_pages_a_quotation_is_used(chief, place):
    make_story(place.news, "One", body=quoted(place.said))
    make_story(place.news, "Two", body=quoted(place.said, place.said))
    html = chief.get(reverse(LIST)).content.decode()
    assert "European spirit originates" in html
    assert "Used 2 times" in " ".join(html.split())


def own_queries(client):
    """How many queries the list costs, but for those behind the buttons that start a translation."""
    with CaptureQueriesContext(connection) as captured:
        client.get(reverse(LIST))
    others = ("wagtail_localize", 'FROM "wagtailcore_locale"')
    return len([query for query in captured if not any(name in query["sql"] for name in others)])


def test_the_list_costs_the_same_however_long_it_is(chief, place):
    chief.get(reverse(LIST))
    few = own_queries(chief)
    for number in range(8):
        make_quotation(make_person(place.index, f"Person {number}"), f"Words {number}")
    assert own_queries(chief) <= few


def test_the_list_is_narrowed_to_a_person_or_a_language(chief, place):
    other = make_person(place.index, "Jean-Claude Frécon")
    make_quotation(other, "Une initiative forte", language="fr")
    html = chief.get(reverse(LIST), {"person": other.pk}).content.decode()
    assert "Une initiative forte" in html
    assert "European spirit" not in html
    html = chief.get(reverse(LIST), {"language": "en"}).content.decode()
    assert "Une initiative forte" not in html
    assert "European spirit" in html


def test_whoever_changes_words_is_told_where_readers_see_them(chief, place):
    story = make_story(place.news, "Innsbruck joins", body=quoted(place.said))
    make_story(place.news, "Only a draft", body=quoted(place.said), live=False)
    before = story.last_published_at
    response = chief.post(reverse(EDIT, args=[place.said.pk]), form_of(place.said, text="European spirit begins"))
    assert response.status_code == 302
    (warning,) = warnings(response)
    assert "changed on 1 live page." in warning
    assert f'href="{reverse("wagtailadmin_pages:edit", args=[story.pk])}"' in warning
    assert "Only a draft" not in warning
    story.refresh_from_db()
    assert story.last_published_at > before
    assert "European spirit begins" in chief.get("/en/news/innsbruck-joins/").content.decode()
    place.said.refresh_from_db()
    assert place.said.translation == "European spirit begins"


def test_nothing_is_said_where_no_reader_sees_a_change(chief, place):
    response = chief.post(reverse(EDIT, args=[place.said.pk]), form_of(place.said, text="European spirit begins"))
    assert response.status_code == 302
    assert warnings(response) == []
    make_story(place.news, "Innsbruck joins", body=quoted(place.said))
    sent = form_of(place.said, text="European spirit begins", occasion="Tyrol")
    response = chief.post(reverse(EDIT, args=[place.said.pk]), sent)
    assert warnings(response) == []


def test_the_form_says_beforehand_where_the_words_are_seen(chief, place):
    make_story(place.news, "Innsbruck joins", body=quoted(place.said))
    html = " ".join(chief.get(reverse(EDIT, args=[place.said.pk])).content.decode().split())
    assert "Readers see this quotation on 1 live page." in html
    assert "Innsbruck joins" in html


def test_the_form_shows_what_nobody_translated_as_empty(chief, place):
    html = chief.get(reverse(EDIT, args=[place.said.pk])).content.decode()
    area = re.search(r'<textarea name="translation"[^>]*>(.*?)</textarea>', html, re.S)
    assert area[1].strip() == ""
    assert "Who translated it is not on record." not in html


def modal(client, name="choose", **query):
    return client.get(reverse(CHOOSER.get_url_name(name)), query)


def test_the_modal_offers_each_quotation_once(chief, place):
    html = modal(chief).json()["html"]
    assert html.count("data-chooser-modal-choice") == 1
    assert "Christine Oppitz-Plörer: “European spirit originates" in html
    assert "New quotation" in html


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("spirit", True),
        ("oppitz plorer", True),
        ("Plörer", True),
        ("encou", True),
        ("nothing", False),
        ("innsbr", True),
    ],
)
def test_the_modal_finds_by_words_and_by_name_without_accents(chief, query, found):
    html = modal(chief, "choose_results", q=query).content.decode()
    assert ("European spirit originates" in html) == found


def test_the_modal_finds_by_person(chief, place):
    other = make_person(place.index, "Juliana Hoxha")
    html = modal(chief, "choose_results", person=other.pk).content.decode()
    assert "European spirit" not in html
    html = modal(chief, "choose_results", person=place.mayor.pk).content.decode()
    assert "European spirit" in html


def new(**changed):
    values = {"text": "“We will be more active”", "language": "en", "precision": "day"}
    return {f"new-quotation-{name}": value for name, value in {**values, **changed}.items()}


def test_a_new_quotation_is_kept_and_chosen_in_one_step(chief, place):
    response = chief.post(reverse(CHOOSER.get_url_name("create")), new(person=place.mayor.pk, date="2013-04-26"))
    answer = response.json()
    row = Quotation.objects.get(pk=answer["result"]["id"])
    assert answer["step"] == "chosen"
    assert (row.text, row.translation, row.locale.language_code) == (
        "We will be more active",
        "We will be more active",
        "en",
    )
    assert row.latest_revision is not None


def test_a_quotation_without_a_speaker_is_not_kept(chief):
    response = chief.post(reverse(CHOOSER.get_url_name("create")), new()).json()
    assert response["step"] == "reshow_creation_form"
    assert "Choose who said it." in response["htmlFragment"]


def test_a_person_who_is_quoted_cannot_be_deleted(chief, place):
    response = chief.post(reverse("wagtailadmin_pages:delete", args=[place.mayor.pk]))
    assert response.status_code in {200, 302, 403}
    assert PersonPage.objects.filter(pk=place.mayor.pk).exists()


def test_people_are_listed_with_their_country(chief):
    html = chief.get(reverse("person_pages:index")).content.decode()
    assert "Christine Oppitz-Plörer" in html
    assert "Austria" in html


# Portraits


def person_form(page, **changed):
    values = {
        "title": page.title,
        "slug": page.slug,
        "summary": "",
        "sort_name": "",
        "country": "",
        "biography": "",
        "portrait": "",
        "portrait_alt": "",
        "portrait_consent": "",
        "seo_title": "",
        "search_description": "",
        "go_live_at": "",
        "expire_at": "",
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "roles-TOTAL_FORMS": 0,
        "roles-INITIAL_FORMS": 0,
    }
    return {**values, **changed}


@world
def draft(place):
    return make_person(place.index, "Juliana Hoxha", live=False)


def test_a_portrait_without_consent_is_not_published_but_kept_as_a_draft(chief, draft):
    image = make_image()
    url = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    response = chief.post(url, {**person_form(draft, portrait=image.pk), "action-publish": "action-publish"})
    assert response.status_code == 200
    html = response.content.decode()
    assert "Without consent it cannot be published." in html
    assert "Say what the portrait shows" in html
    assert not PersonPage.objects.get(pk=draft.pk).live
    response = chief.post(url, person_form(draft, portrait=image.pk))
    assert response.status_code == 302
    assert PersonPage.objects.get(pk=draft.pk).get_latest_revision_as_object().portrait_id == image.pk


def test_a_portrait_with_consent_is_shown_with_its_credit(chief, draft, django_capture_on_commit_callbacks):
    image = make_image(credit="Photo: Ana Horvat")
    sent = person_form(draft, portrait=image.pk, portrait_alt="She speaks", portrait_consent="By mail, 3 May 2026")
    with django_capture_on_commit_callbacks(execute=True):
        response = chief.post(
            reverse("wagtailadmin_pages:edit", args=[draft.pk]), {**sent, "action-publish": "action-publish"}
        )
    assert response.status_code == 302
    html = chief.get("/en/people/juliana-hoxha/").content.decode()
    assert 'alt="She speaks"' in html
    assert "Photo: Ana Horvat" in html
    assert "By mail" not in html
    assert get_image_model().objects.get(pk=image.pk).renditions.filter(filter_spec__startswith="fill-320x400").exists()
