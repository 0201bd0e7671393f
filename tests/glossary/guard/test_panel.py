"""What the panel in the editor is told while somebody writes."""

import json

import pytest
from django.urls import reverse

from seed.factories.news import make_story, make_theme
from seed.factories.people import make_people_index, make_person, make_quotation

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(newsroom, term):
    return make_story(newsroom.index, live=False)


def ask(client, path, *texts, **kept):
    data = {"path": path, "texts": [{"name": "title", "text": text, **kept} for text in texts]}
    return client.post(reverse("guard_check"), json.dumps(data), content_type="application/json")


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=(page.pk,))


def test_it_says_what_why_and_what_to_write(client, story, accounts):
    client.force_login(accounts["editor"])
    answer = ask(client, edit(story), "Fine.", "The tinkers came.").json()
    (found,) = answer["findings"]
    assert (found["text"], found["start"], found["end"], found["words"]) == (1, 4, 11, "tinkers")
    assert (found["form"], found["severity"], found["preferred"]) == ("tinker", "offensive", "Irish Traveller")
    assert found["reason"] == "An insult"
    assert found["reason_language"] == "en"
    assert answer["may_allow"] == {"offensive": False, "other": True}
    client.force_login(accounts["moderator"])
    assert ask(client, edit(story), "x").json()["may_allow"] == {"offensive": True, "other": True}


def test_in_a_quotation_a_note_suggests_a_comment(client, story, accounts):
    client.force_login(accounts["editor"])
    for answer in (ask(client, edit(story), "“Tinkers.”"), ask(client, edit(story), "Tinkers.", quoted=True)):
        (found,) = answer.json()["findings"]
        assert found["quiet"] == "quotation"
        assert "Consider a comment" in found["note"]


def test_the_language_is_that_of_the_page(client, newsroom, term, accounts):
    client.force_login(accounts["admin"])
    page = make_story(newsroom.french, live=False)
    assert [one["form"] for one in ask(client, edit(page), "les gens du voyage, tinker").json()["findings"]] == [
        "Gens du voyage"
    ]
    below = reverse("wagtailadmin_pages:add", args=("news", "newspage", newsroom.french.pk))
    assert ask(client, below, "romanichels").json()["language"] == "fr"


def test_snippets_are_checked_and_quotations_are_quotations(client, newsroom, term, accounts):
    client.force_login(accounts["admin"])
    theme = make_theme("Droits des gens", language="fr")
    address = reverse("wagtailsnippets_news_theme:edit", args=(theme.pk,))
    assert ask(client, address, "romanichels").json()["findings"][0]["quiet"] == ""
    person = make_person(make_people_index(newsroom.home))
    said = make_quotation(person, "We were called tinkers.")
    address = reverse("wagtailsnippets_people_quotation:edit", args=(said.pk,))
    data = {"path": address, "texts": [{"name": "text", "text": "Tinkers"}]}
    answer = client.post(reverse("guard_check"), json.dumps(data), content_type="application/json").json()
    assert answer["findings"][0]["quiet"] == "quotation"


def test_only_who_may_write_there_gets_an_answer(client, story, accounts):
    assert ask(client, edit(story), "tinker").status_code == 302
    client.force_login(accounts["translator-fr"])
    assert ask(client, edit(story), "tinker").status_code != 200
    client.force_login(accounts["editor"])
    assert ask(client, "/admin/pages/999999/edit/", "tinker").status_code == 404


@pytest.mark.parametrize(
    "body", ["", "[]", "{", '{"path": 1}', '{"path": "/", "texts": [1]}', '{"path": "/", "texts": [{"name": "a"}]}']
)
def test_what_cannot_be_read_is_refused_in_words(client, story, accounts, body):
    client.force_login(accounts["editor"])
    answer = client.post(reverse("guard_check"), body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_an_endless_text_is_refused(client, story, accounts):
    client.force_login(accounts["editor"])
    assert ask(client, edit(story), "a " * 400_000).status_code == 400


def test_editors_of_pages_and_snippets_have_the_panel(client, story, accounts):
    client.force_login(accounts["admin"])
    theme = make_theme("Housing")
    for address in (edit(story), reverse("wagtailsnippets_news_theme:edit", args=(theme.pk,))):
        page = client.get(address).content.decode()
        assert 'id="guard-panel"' in page
        assert "guard/panel" in page


def test_places_are_counted_as_browsers_count(client, story, accounts):
    client.force_login(accounts["editor"])
    (found,) = ask(client, edit(story), "\U0001f3a0 tinkers").json()["findings"]
    assert (found["start"], found["end"]) == (3, 10)


def test_only_a_new_page_is_to_be_saved_first(client, newsroom, story, accounts):
    client.force_login(accounts["editor"])
    new = reverse("wagtailadmin_pages:add", args=("news", "newspage", newsroom.index.pk))
    picture = reverse("wagtailimages:edit", args=(story.lead_image_id or 1,))
    assert [ask(client, path, "tinkers").json()["new"] for path in (new, edit(story), picture)] == [True, False, False]
