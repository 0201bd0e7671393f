"""Every page offers the feeds of the news in its language, where there is any to follow."""

import lxml.html
import pytest
from django.test import RequestFactory

from common.stamp import forget_all
from navigation.queries import frame_for
from seed.factories.news import make_news_index, make_story, make_theme
from seed.factories.people import make_people_index, make_person


def test_a_page_without_news_offers_the_feeds_of_its_language(site_tree):
    index = make_news_index(site_tree.home)
    request = RequestFactory().get("/en/")
    request.LANGUAGE_CODE = "en"
    assert frame_for(request).feeds == []

    make_story(index)
    forget_all()
    request = RequestFactory().get("/en/")
    request.LANGUAGE_CODE = "en"
    addresses = [address for _title, address, _type in frame_for(request).feeds]
    assert addresses == ["/en/news/feed.rss", "/en/news/feed.atom", "/en/news/feed.json", "/en/news/feeds/"]


def test_a_language_without_news_offers_none(site_tree):
    request = RequestFactory().get("/fr/")
    request.LANGUAGE_CODE = "fr"
    assert frame_for(request).feeds == []


def offered(client, url):
    """Where the feeds are that a page announces or links to."""
    response = client.get(url)
    assert response.status_code == 200
    document = lxml.html.document_fromstring(response.content)
    found = [link.get("href") for tag in ("link", "a") for link in document.iter(tag)]
    return {address.removeprefix("http://testserver") for address in found if address and "/feed." in address}


@pytest.mark.parametrize("address", ["", "feeds/", "theme/droits/"])
def test_a_language_whose_stories_are_drafts_announces_no_empty_feed(client, newsroom, address):
    make_story(newsroom.index, themes=[newsroom.rights])
    make_story(newsroom.french, "Brouillon", live=False, themes=[newsroom.droits])
    assert offered(client, newsroom.french.url + address) == set()


def test_the_page_of_feeds_says_that_there_is_no_story_yet(client, newsroom):
    assert "No story has been published yet" in client.get(f"{newsroom.index.url}feeds/").content.decode()
    make_story(newsroom.index)
    assert "No story has been published yet" not in client.get(f"{newsroom.index.url}feeds/").content.decode()


def test_topics_cities_and_persons_announce_a_feed_once_there_is_a_story(client, newsroom):
    make_theme("Art")
    person = make_person(make_people_index(newsroom.home), "Juliana Hoxha")
    make_story(newsroom.index, "About nothing of it")
    parts = {
        f"{newsroom.index.url}theme/art/": "theme/art/",
        newsroom.tirana.url: "city/tirana/",
        person.url: "person/juliana-hoxha/",
    }
    for url, part in parts.items():
        assert not any(part in feed for feed in offered(client, url))
    about = {"themes": [make_theme("Music")], "members": [newsroom.tirana], "persons": [person]}
    story = make_story(newsroom.index, "News", **about)
    parts[f"{newsroom.index.url}theme/music/"] = "theme/music/"
    del parts[f"{newsroom.index.url}theme/art/"]
    for url, part in parts.items():
        assert f"/en/news/{part}feed.rss" in offered(client, url)
    story.unpublish()
    for url, part in parts.items():
        assert not any(part in feed for feed in offered(client, url))
