"""Every old address leads once, for good, to the story in the language of the address."""

import pytest

from seed.factories.news import make_story
from seed.factories.pages import translate_page
from tests.worlds import world


@world
def pair(newsroom):
    """A story with a number of the former site, in English and French."""
    english = make_story(newsroom.index, "A school in Tyrol", legacy_id=57)
    french = translate_page(english, "fr", title="Une école au Tyrol", slug="une-ecole")
    return english, french


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/en/page/57-city-of-innsbruck--austria--joins-the-alliance.html", 0),
        ("/fr/page/57-city-of-innsbruck--austria--joins-the-alliance.html", 1),
        ("/fr/page/57-une-%C3%A9cole%20d%27%C3%A9t%C3%A9.html", 1),
        ("/fr/page/57-une-%E9cole.html", 1),
        ("/en/page/57-a%2Fb%3Fc%23d%0A.html", 0),
        ("/en/page/57-a/b/c.html", 0),
        ("/en/page/57-.html", 0),
        ("/en/page/57.html", 0),
        ("/en/page/57", 0),
        ("/en/page/057-x.html", 0),
        ("/fr/page/57-x/", 1),
        ("/fr/page/57-x.html?print=1&amp;lang=en", 1),
        ("/page/57-x.html", 0),
        ("/de/page/57-x.html", None),
    ],
)
def test_one_permanent_redirect_whatever_the_slug(client, pair, address, place):
    response = client.get(address)
    if place is None:
        assert response.status_code == 404
        return
    assert (response.status_code, response["Location"]) == (301, pair[place].url)
    assert client.get(response["Location"]).status_code == 200
    assert client.head(address).status_code == 301


def test_the_browser_does_not_choose_where_a_lasting_redirect_leads(client, pair):
    response = client.get("/page/57-x.html", headers={"accept-language": "fr"})
    assert response["Location"] == pair[0].url
    assert "Accept-Language" not in response.get("Vary", "")


def test_a_missing_translation_leads_to_the_language_that_has_the_story(client, pair):
    pair[1].unpublish()
    assert client.get("/fr/page/57-x.html")["Location"] == pair[0].url
    pair[0].unpublish()
    assert client.get("/fr/page/57-x.html").status_code == 404


def test_a_story_that_stands_only_in_french_answers_the_english_address(client, newsroom):
    page = make_story(newsroom.french, "Une école", legacy_id=60)
    assert client.get("/en/page/60-a-school.html")["Location"] == page.url


@pytest.mark.parametrize(
    ("address", "language"),
    [
        ("/en/page/999-x.html", "en"),
        ("/fr/page/999-x.html", "fr"),
        ("/page/999-x.html", "en"),
        ("/fr/page/99999999999999-x.html", "fr"),
        ("/fr/page/57x", "fr"),
        ("/en/page/-57-x.html", "en"),
    ],
)
def test_an_unknown_number_gets_the_helpful_answer_in_the_language_of_the_address(client, newsroom, address, language):
    response = client.get(address)
    html = response.content.decode()
    assert response.status_code == 404
    assert f'<html lang="{language}"' in html
    assert 'type="search"' in html


def test_a_story_that_is_not_public_is_not_given_away(client, newsroom):
    make_story(newsroom.index, "A canary in a draft", live=False, legacy_id=61)
    response = client.get("/en/page/61-x.html")
    assert response.status_code == 404
    assert "canary" not in response.content.decode()


def test_nothing_is_sent_to_an_old_address(client, pair):
    assert client.post("/en/page/57-x.html").status_code == 405
