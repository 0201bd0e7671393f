"""Every page offers the feeds of the news in its language."""

from django.core.cache import cache
from django.test import RequestFactory

from navigation.queries import frame_for
from seed.factories.news import make_news_index, make_story


def test_a_page_without_news_offers_the_feeds_of_its_language(site_tree):
    index = make_news_index(site_tree.home)
    request = RequestFactory().get("/en/")
    request.LANGUAGE_CODE = "en"
    assert frame_for(request).feeds == []

    make_story(index)
    cache.clear()
    request = RequestFactory().get("/en/")
    request.LANGUAGE_CODE = "en"
    addresses = [address for _title, address, _type in frame_for(request).feeds]
    assert addresses == ["/en/news/feed.rss", "/en/news/feed.atom", "/en/news/feed.json", "/en/news/feeds/"]


def test_a_language_without_news_offers_none(site_tree):
    request = RequestFactory().get("/fr/")
    request.LANGUAGE_CODE = "fr"
    assert frame_for(request).feeds == []
