"""A link opens a draft to whoever has it, until it expires or is revoked, and keeps it out of every index and cache."""

import datetime
import re

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from accounts.roles import ensure_demo_accounts, ensure_roles
from news.draft_links import DraftLink
from seed.factories.news import make_story
from tests.worlds import world

pytestmark = pytest.mark.django_db


@world
def draft(newsroom):
    until = timezone.now() + datetime.timedelta(days=2)
    story = make_story(newsroom.index, "First words", embargo_until=until, themes=[newsroom.rights], live=False)
    version = story.get_latest_revision_as_object()
    version.title = "Newest words"
    version.save_revision()
    return story


def test_shows_the_newest_version_without_an_account(client, draft):
    link = DraftLink.objects.create(page=draft)
    response = client.get(link.address())
    page = response.content.decode()
    assert response.status_code == 200
    assert "Newest words" in page
    assert "Under embargo" in page
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert '<meta name="robots" content="noindex">' in page
    assert not client.cookies


def test_stands_at_the_address_of_the_storys_language(newsroom):
    french = make_story(newsroom.french, "Brouillon", live=False)
    assert DraftLink.objects.create(page=french).address().startswith("/fr/")


def test_ends_by_itself(client, draft):
    link = DraftLink.objects.create(page=draft)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=8)):
        assert client.get(link.address()).status_code == 404


def test_ends_when_it_is_revoked_and_others_go_on(client, draft):
    one, other = DraftLink.objects.create(page=draft), DraftLink.objects.create(page=draft)
    one.revoke()
    assert client.get(one.address()).status_code == 404
    assert client.get(other.address()).status_code == 200


@pytest.mark.parametrize("token", ["x", "MQ:1abc:forged", "1", "%00"])
def test_a_forged_link_opens_nothing(client, draft, token):
    DraftLink.objects.create(page=draft)
    assert client.get(f"/en/draft/{token}/").status_code == 404


@world
def accounts(newsroom):
    ensure_roles()
    return ensure_demo_accounts("three long words")


@time_machine.travel("2026-03-02 10:00:00+00:00", tick=False)
def test_an_editor_makes_and_revokes_links(client, accounts, draft):
    client.force_login(accounts["editor"])
    url = reverse("news_draft_links", args=(draft.pk,))
    assert url in client.get(reverse("wagtailadmin_pages:edit", args=(draft.pk,))).content.decode()
    client.post(url, {"note": "Le Monde"})
    page = client.get(url).content.decode()
    assert "Le Monde" in page
    link = DraftLink.objects.get()
    assert link.created_by == accounts["editor"]
    assert link.address() in page
    client.post(reverse("news_revoke_draft_link", args=(draft.pk, link.pk)))
    assert "Le Monde" not in client.get(url).content.decode()


def test_a_script_gets_the_address(client, accounts, draft):
    client.force_login(accounts["editor"])
    url = reverse("news_draft_links", args=(draft.pk,))
    made = client.post(url, headers={"accept": "application/json"}).json()
    client.logout()
    assert "Newest words" in client.get(made["url"]).content.decode()


def test_who_may_not_edit_makes_no_link(client, accounts, draft):
    client.force_login(accounts["translator-fr"])
    client.post(reverse("news_draft_links", args=(draft.pk,)), {"note": ""})
    assert not DraftLink.objects.exists()


def test_the_editors_menu_offers_it(client, accounts, draft):
    client.force_login(accounts["editor"])
    page = client.get(reverse("wagtailadmin_pages:edit", args=(draft.pk,))).content.decode()
    assert re.search(r"Share the draft", page)
