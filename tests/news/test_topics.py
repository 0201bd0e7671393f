"""Pages of themes and countries."""

import pytest

from seed.factories.news import make_story
from tests.worlds import world

pytestmark = pytest.mark.django_db


def body(response):
    return response.content.decode()


@world
def told(newsroom):
    """A story on a theme and a country in each language."""
    make_story(newsroom.index, "Papers", themes=[newsroom.rights], countries=["AL"])
    make_story(newsroom.index, "Elsewhere")
    make_story(newsroom.french, "Papiers", themes=[newsroom.droits], countries=["AL"])
    return newsroom


def test_a_theme_has_a_page_with_introduction_feeds_and_stories(client, told):
    page = body(client.get("/en/news/theme/rights/"))
    assert "<h1>News: Rights</h1>" in page
    assert "Equal before the law." in page
    assert ">Papers</a>" in page
    assert ">Elsewhere</a>" not in page
    assert 'href="http://testserver/en/news/theme/rights/feed.rss"' in page
    assert '<link rel="canonical" href="http://testserver/en/news/theme/rights/">' in page


def test_a_topic_names_its_other_languages(client, told):
    page = body(client.get("/en/news/theme/rights/"))
    assert 'hreflang="fr" href="http://testserver/fr/actualites/theme/droits/"' in page
    country = body(client.get("/fr/actualites/country/al/"))
    assert 'hreflang="en" href="http://testserver/en/news/country/al/"' in country
    assert "Albanie" in country


@pytest.mark.parametrize("path", ["theme/droits/", "theme/none/", "country/zz/", "country/AL/", "theme/rights/x/"])
def test_what_is_no_topic_is_not_found(client, told, path):
    assert client.get(f"/en/news/{path}").status_code == 404


def test_a_country_without_stories_says_so(client, told):
    assert "No story fits these filters" in body(client.get("/en/news/country/at/"))


def test_topics_stand_in_the_sitemap(client, told):
    words = body(client.get("/sitemap.xml"))
    for path in ("en/news/theme/rights/", "fr/actualites/theme/droits/", "en/news/country/al/"):
        assert f"<loc>http://testserver/{path}</loc>" in words
    assert "country/at/" not in words
