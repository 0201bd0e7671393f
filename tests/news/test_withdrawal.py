"""A withdrawn story is out of everything at once; its address says so or leads on."""

import pytest
from django.urls import reverse

from accounts.roles import ensure_demo_accounts, ensure_roles
from news.models import NewsPage
from news.withdrawal import withdraw
from seed.factories.news import make_story
from seed.factories.pages import translate_page
from tests.worlds import world

pytestmark = pytest.mark.django_db


def test_the_address_says_that_it_was_withdrawn(client, story):
    withdraw(story, None, "The figures were wrong.")
    response = client.get(story.url)
    page = response.content.decode()
    assert response.status_code == 410
    assert "This story was withdrawn" in page
    assert "The figures were wrong." in page
    assert "noindex" in page
    assert "A missing paper" not in page


def test_it_leaves_lists_feeds_search_and_sitemap_at_once(client, newsroom, story):
    url = story.url
    assert "A missing paper" in client.get("/en/news/").content.decode()
    withdraw(story, None)
    for address in (
        "/en/news/",
        "/en/news/feed.rss",
        "/en/search.json?q=missing",
        "/sitemap.xml",
        "/en/members/tirana/",
    ):
        assert url not in client.get(address).content.decode()


def test_the_address_may_lead_to_another_page(client, newsroom, story):
    other = make_story(newsroom.index, "The right figures")
    withdraw(story, None, instead=other)
    response = client.get(story.url)
    assert (response.status_code, response["Location"]) == (302, other.url)
    other.unpublish()
    assert client.get(story.url).status_code == 410


def test_publishing_again_ends_the_withdrawal(client, story):
    withdraw(story, None, "A mistake.")
    NewsPage.objects.get(pk=story.pk).save_revision().publish()
    assert client.get(story.url).status_code == 200
    assert NewsPage.objects.get(pk=story.pk).withdrawn_at is None


@world
def accounts(newsroom):
    ensure_roles()
    return ensure_demo_accounts("three long words")


def test_a_moderator_withdraws_from_the_menu_of_the_story(client, accounts, story):
    client.force_login(accounts["moderator"])
    url = reverse("news_withdraw", args=(story.pk,))
    assert url in client.get(reverse("wagtailadmin_pages:edit", args=(story.pk,))).content.decode()
    assert client.get(url).status_code == 200
    assert client.post(url, {"reason": "The city asked us to.", "instead": ""}).status_code == 302
    history = client.get(reverse("wagtailadmin_pages:history", args=(story.pk,))).content.decode()
    assert "Withdrawn" in history
    client.logout()
    assert "The city asked us to." in client.get(story.url).content.decode()


def test_an_editor_may_not_withdraw(client, accounts, story):
    client.force_login(accounts["editor"])
    client.post(reverse("news_withdraw", args=(story.pk,)), {"reason": "x"})
    assert NewsPage.objects.get(pk=story.pk).live


def test_translations_go_with_it_as_far_as_rights_reach(client, accounts, story):
    french = translate_page(story, "fr", title="Un papier", slug="un-papier")
    client.force_login(accounts["admin"])
    client.post(reverse("news_withdraw", args=(story.pk,)), {"reason": "Wrong.", "instead": ""})
    client.logout()
    response = client.get(french.url)
    assert response.status_code == 410
    assert "Wrong." not in response.content.decode()
