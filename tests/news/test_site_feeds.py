"""Every page offers the feeds of the news in its language."""

from django.test import RequestFactory

from navigation.queries import frame_for
from news.models import NewsIndexPage


def test_a_page_without_news_offers_the_feeds_of_its_language(site_tree):
    site_tree.home.add_child(instance=NewsIndexPage(title="News", slug="news", locale=site_tree.home.locale))
    request = RequestFactory().get("/en/")
    request.LANGUAGE_CODE = "en"
    addresses = [address for _title, address, _type in frame_for(request).feeds]
    assert addresses == ["/en/news/feed.rss", "/en/news/feed.atom", "/en/news/feed.json"]


def test_a_language_without_news_offers_none(site_tree):
    request = RequestFactory().get("/fr/")
    request.LANGUAGE_CODE = "fr"
    assert frame_for(request).feeds == []
