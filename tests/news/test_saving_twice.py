"""A form that makes a page makes one page, whatever the editor saves by itself meanwhile."""

import lxml.html
import pytest
from django.test import Client

from accounts.roles import ensure_demo_accounts, ensure_roles, ensure_workflow
from common.admin.creating import KEY
from news.models import NewsPage
from tests.news.editing import add_url, edit_url, story_data

SLUG = "city-of-innsbruck-joins"
ITSELF = {"accept": "application/json"}


@pytest.fixture
def editor(client, newsroom):
    client.force_login(account("moderator"))
    return client


def account(name):
    ensure_roles()
    ensure_workflow()
    return ensure_demo_accounts("three long words")[name]


def form(client, newsroom, **fields):
    """What a new form would send."""
    document = lxml.html.document_fromstring(client.get(add_url(newsroom.index)).content)
    (key,) = document.xpath(f"//input[@name='{KEY}']/@value")
    return {**story_data(newsroom, **fields), KEY: key}


def drafts():
    return [page.get_latest_revision_as_object() for page in NewsPage.objects.filter(live=False)]


@pytest.mark.django_db
def test_what_is_saved_by_hand_goes_into_the_page_that_the_form_has_made(editor, newsroom):
    sent = form(editor, newsroom)
    first = editor.post(add_url(newsroom.index), sent, headers=ITSELF).json()
    response = editor.post(add_url(newsroom.index), {**sent, "summary": "Typed since."})
    (story,) = drafts()
    assert first["pk"] == story.pk
    assert response.url == edit_url(story)
    assert story.summary == "Typed since."
    assert [row.theme for row in story.story_themes.all()] == [newsroom.rights]
    assert story.translation_key.hex == sent[KEY].replace("-", "")


@pytest.mark.django_db
def test_what_was_saved_by_hand_is_not_overwritten_by_what_is_older(editor, newsroom):
    sent = form(editor, newsroom)
    editor.post(add_url(newsroom.index), {**sent, "summary": "By hand."})
    late = editor.post(add_url(newsroom.index), sent, headers=ITSELF)
    assert late.status_code == 400
    assert late.json()["error_code"] == "validation_error"
    assert "Press “Save draft”" in late.json()["error_message"]
    assert [story.summary for story in drafts()] == ["By hand."]


@pytest.mark.django_db
def test_mistakes_found_while_publishing_can_be_mended_in_the_same_form(editor, newsroom):
    sent = form(editor, newsroom)
    editor.post(add_url(newsroom.index), sent, headers=ITSELF)
    wrong = editor.post(add_url(newsroom.index), {**sent, "summary": "", "action-publish": "1"})
    assert list(wrong.context["form"].errors) == ["summary", "checks_reason"]
    assert wrong.context["form"].data[KEY] == sent[KEY]
    mended = {**sent, "summary": "Mended.", "checks_reason": "No photographer.", "action-publish": "1"}
    assert editor.post(add_url(newsroom.index), mended).status_code == 302
    story = NewsPage.objects.get(slug=SLUG)
    assert (story.live, story.summary, story.story_themes.count()) == (True, "Mended.", 1)


@pytest.mark.django_db
def test_a_page_that_others_know_is_left_alone(editor, newsroom):
    sent = form(editor, newsroom, checks_reason="No photographer.")
    editor.post(add_url(newsroom.index), {**sent, "action-publish": "1"})
    again = editor.post(add_url(newsroom.index), {**sent, "title": "Another", "slug": "another"})
    live, draft = NewsPage.objects.get(live=True), NewsPage.objects.get(live=False)
    assert (live.slug, draft.slug, again.status_code) == (SLUG, "another", 302)
    assert live.translation_key != draft.translation_key


@pytest.mark.django_db
def test_nobody_writes_into_the_page_of_someone_else(editor, newsroom):
    sent = form(editor, newsroom)
    editor.post(add_url(newsroom.index), sent)
    other = Client()
    other.force_login(account("admin"))
    response = other.post(add_url(newsroom.index), {**sent, "summary": "Not yours."})
    assert "already in use" in str(response.context["form"].errors["slug"])
    assert [story.summary for story in drafts()] == ["Innsbruck takes part from now on."]


@pytest.mark.django_db
def test_a_key_that_is_none_does_no_harm(editor, newsroom):
    sent = {**form(editor, newsroom), KEY: "x\x00"}
    assert editor.post(add_url(newsroom.index), sent).status_code == 302
    assert len(drafts()) == 1
