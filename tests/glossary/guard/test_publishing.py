"""Offensive forms outside quotations keep a page from readers, whoever publishes it and whichever way."""

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import PageLogEntry
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from glossary.guard.models import AllowedForm
from glossary.models import TermPage
from home.models import StandardPage
from news.models import NewsPage
from seed.factories.library import make_image
from seed.factories.news import make_story
from tests.news.editing import add_url, edit_url, story_data

pytestmark = pytest.mark.django_db

INSULT = "<p>The tinkers came to the hall.</p>"
QUOTED = "<p>“The tinkers came,” the old letter says.</p>"


def send(client, newsroom, action="action-publish", **fields):
    picture = {"lead_image": make_image().pk, "lead_alt": "A school"}
    return client.post(add_url(newsroom.index), {**story_data(newsroom, **{**picture, **fields}), action: "1"})


def paragraph(markup):
    return {"body": streamfield([("paragraph", rich_text(markup))])}


def is_live():
    return NewsPage.objects.filter(slug="city-of-innsbruck-joins", live=True).exists()


@pytest.mark.parametrize("fields", [paragraph(INSULT), {"title": "Tinkers in town"}, {"lead_alt": "A tinker family"}])
def test_no_story_with_an_offensive_form_goes_out(client, newsroom, term, accounts, fields):
    client.force_login(accounts["moderator"])
    response = send(client, newsroom, **fields)
    assert set(response.context["form"].errors) == {name.replace("lead_image", "") for name in fields}
    assert "Irish Traveller" in response.content.decode()
    assert not is_live()


def test_an_editor_cannot_hand_it_in_but_can_keep_the_draft(client, newsroom, term, accounts):
    client.force_login(accounts["editor"])
    assert send(client, newsroom, "action-submit", **paragraph(INSULT)).status_code == 200
    assert not NewsPage.objects.filter(slug="city-of-innsbruck-joins").exists()
    response = send(client, newsroom, "action-save", **paragraph(INSULT))
    assert response.status_code == 302
    page = client.get(response.url, follow=True).content.decode()
    assert "1 form better avoided stands in this page: “tinkers”" in page


@pytest.mark.parametrize("markup", [QUOTED, "<p>Engineers tinker with it.</p>"])
def test_inside_a_quotation_it_may_go_out(client, newsroom, term, accounts, markup):
    client.force_login(accounts["moderator"])
    assert send(client, newsroom, **paragraph(markup)).status_code == 302
    assert is_live()


def test_the_words_of_a_quoted_person_stay(newsroom, term, accounts):
    quote = {"text": "We were called tinkers.", "language": "en", "speaker": "Nan Joyce", "translation": "Tinkers, we."}
    page = make_story(newsroom.index, live=False, themes=[newsroom.rights], body=[("quote", quote)])
    page.get_latest_revision().publish(user=accounts["moderator"])
    assert NewsPage.objects.get(pk=page.pk).live


def test_a_form_better_avoided_warns_and_goes_out(client, newsroom, term, accounts):
    client.force_login(accounts["moderator"])
    response = send(client, newsroom, **paragraph("<p>The gypsies came.</p>"))
    assert is_live()
    assert "“gypsies”" in client.get(response.url, follow=True).content.decode()


def allow(client, page, form, reason="She calls herself so."):
    data = json.dumps({"form": form, "reason": reason})
    return client.post(reverse("guard_allow", args=(page.pk,)), data, content_type="application/json")


@pytest.fixture
def draft(newsroom, term):
    return make_story(newsroom.index, live=False, themes=[newsroom.rights], body=[("paragraph", INSULT)])


def test_a_moderator_allows_it_with_a_reason_that_stays_in_the_history(client, newsroom, draft, accounts):
    client.force_login(accounts["moderator"])
    with pytest.raises(PermissionDenied, match="Irish Traveller"):
        draft.get_latest_revision().publish(user=accounts["moderator"])
    assert allow(client, draft, "tinker", "").status_code == 400
    assert allow(client, draft, "tinker").status_code == 200
    entry = PageLogEntry.objects.get(page=draft.pk, action="guard.allow")
    assert (entry.user, entry.data["reason"]) == (accounts["moderator"], "She calls herself so.")
    assert (
        "She calls herself so." in client.get(reverse("wagtailadmin_pages:history", args=(draft.pk,))).content.decode()
    )
    from_form = {**story_data(newsroom, **paragraph(INSULT), lead_image=make_image().pk, lead_alt="A school")}
    assert client.post(edit_url(draft), {**from_form, "action-publish": "1"}).status_code == 302
    draft.refresh_from_db()
    assert draft.live


def test_an_editor_may_not_allow_an_offensive_form(client, draft, accounts):
    client.force_login(accounts["editor"])
    assert allow(client, draft, "tinker").status_code != 200
    assert not AllowedForm.objects.exists()
    assert allow(client, draft, "Gypsies").status_code == 200
    assert allow(client, draft, "Roma").status_code == 400


def test_nobody_else_may_allow_anything(client, draft, accounts):
    client.force_login(accounts["translator-fr"])
    assert allow(client, draft, "Gypsies").status_code != 200
    client.logout()
    assert allow(client, draft, "Gypsies").status_code != 200
    assert not AllowedForm.objects.exists()


def test_a_permission_can_be_taken_back(client, draft, accounts):
    client.force_login(accounts["moderator"])
    number = allow(client, draft, "tinker").json()["id"]
    assert client.post(reverse("guard_forbid", args=(draft.pk, number))).status_code == 200
    assert not AllowedForm.objects.exists()
    assert PageLogEntry.objects.filter(page=draft.pk, action="guard.forbid").exists()


def test_pages_of_other_kinds_are_held_too(client, newsroom, term, accounts):
    client.force_login(accounts["moderator"])
    data = nested_form_data(
        {
            "title": "A tinker page",
            "slug": "a-page",
            "summary": "",
            "introduction": "",
            "body": streamfield([]),
            "comments": inline_formset([]),
        }
    )
    address = reverse("wagtailadmin_pages:add", args=("home", "standardpage", newsroom.home.pk))
    response = client.post(address, {**data, "action-publish": "1"})
    assert "title" in response.context["form"].errors
    assert not StandardPage.objects.exists()


def test_translations_are_held_by_the_words_of_their_language(newsroom, term, accounts):
    page = make_story(newsroom.french, "Les romanichels", live=False, themes=[newsroom.droits])
    with pytest.raises(PermissionDenied, match="romanichels"):
        page.get_latest_revision().publish(user=accounts["moderator"])


def test_the_page_of_a_term_may_name_its_own_forms(term, accounts):
    page = TermPage.objects.get(pk=term.pk)
    page.definition = "The tinker is named here."
    page.save_revision().publish(user=accounts["moderator"])
    assert TermPage.objects.get(pk=term.pk).definition == "The tinker is named here."


def test_many_are_not_published_together_past_the_guard(client, draft, accounts):
    client.force_login(accounts["admin"])
    address = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    response = client.post(f"{address}?id={draft.pk}&next=/admin/", {"include_descendants": ""}, follow=True)
    assert "tinkers" in response.content.decode()
    draft.refresh_from_db()
    assert not draft.live


def test_who_approves_without_the_form_reads_why_it_stays(client, draft, accounts):
    state = draft.get_workflow().start(draft, accounts["editor"])
    client.force_login(accounts["moderator"])
    names = (draft.pk, "approve", state.current_task_state.pk)
    answer = client.post(reverse("wagtailadmin_pages:workflow_action", args=names), {"comment": ""}, follow=True)
    said = [str(message) for message in answer.context["messages"]]
    assert any(one.startswith(f"“{draft.title}” was not published.") and "tinkers" in one for one in said), said
    draft.refresh_from_db()
    assert not draft.live
