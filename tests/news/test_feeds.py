"""The feeds: valid in their formats, with the whole text, and quiet when nothing is new."""

import datetime
import json

import feedparser
import jsonschema
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree
from wagtail.models import PageViewRestriction

from library import renditions
from seed.factories.library import make_image
from seed.factories.news import make_story, paragraph, quotation
from seed.factories.pages import make_page, translate_page
from seed.factories.people import make_people_index, make_person, make_quotation
from tests.worlds import world

pytestmark = pytest.mark.django_db

NAMES = ["feed.rss", "feed.atom", "feed.json"]
ITEM = {
    "type": "object",
    "required": ["id", "url", "title", "content_html", "date_published"],
    "properties": {
        "id": {"type": "string", "pattern": "^urn:uuid:"},
        "url": {"type": "string", "pattern": "^http://testserver/"},
        "image": {"type": "string", "pattern": "^http"},
        "tags": {"type": "array", "items": {"type": "string"}},
    },
}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items", "feed_url", "home_page_url"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "language": {"type": "string"},
        "items": {"type": "array", "items": ITEM, "minItems": 1},
    },
}


@world
def full_story(newsroom):
    about = make_page(newsroom.home, "About")
    image = make_image()
    renditions.prepare(image, renditions.WIDE)
    link = f'<p>Read <a linktype="page" id="{about.pk}">about us</a> &amp; more.</p>'
    return make_story(
        newsroom.index,
        "Rights & papers",
        body=[paragraph(link), quotation()],
        lead_image=image,
        lead_alt="A school",
        themes=[newsroom.rights],
        place="Tirana",
    )


def fetch(client, index, name, **headers):
    return client.get(index.url + name, headers=headers)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("feed.rss", "application/rss+xml"),
        ("feed.atom", "application/atom+xml"),
        ("feed.json", "application/feed+json"),
    ],
)
def test_media_type(client, newsroom, full_story, name, kind):
    assert fetch(client, newsroom.index, name)["Content-Type"] == f"{kind}; charset=utf-8"


@pytest.mark.parametrize("name", ["feed.rss", "feed.atom"])
def test_xml_is_read_by_feed_readers(client, newsroom, full_story, name):
    content = fetch(client, newsroom.index, name).content
    etree.fromstring(content)
    feed = feedparser.parse(content, response_headers={"content-type": "application/xml; charset=utf-8"})
    assert not feed.bozo
    assert feed.feed.language == "en"
    entry = feed.entries[0]
    assert entry.title == "Rights & papers"
    assert entry.link == "http://testserver/en/news/rights-papers/"
    assert entry.id.startswith("urn:uuid:")
    assert entry.published_parsed[:3] == (2018, 11, 14)
    assert "Juliana Hoxha" in entry.content[0].value
    assert 'href="http://testserver/en/about/"' in entry.content[0].value
    assert [tag.term for tag in entry.tags] == ["Rights"]


def test_xml_feeds_name_their_own_address(client, newsroom, full_story):
    for name in ("feed.rss", "feed.atom"):
        tree = etree.fromstring(fetch(client, newsroom.index, name).content)
        links = tree.iter("{http://www.w3.org/2005/Atom}link")
        assert [link.get("href") for link in links if link.get("rel") == "self"] == [
            f"http://testserver/en/news/{name}"
        ]


def test_json_feed_holds_its_contract(client, newsroom, full_story):
    feed = json.loads(fetch(client, newsroom.index, "feed.json").content)
    jsonschema.validate(feed, JSON_FEED)
    item = feed["items"][0]
    assert item["image"].startswith("http://testserver/media/")
    assert f'<img src="{item["image"]}" alt="A school">' in item["content_html"]
    assert feed["feed_url"] == "http://testserver/en/news/feed.json"
    assert feed["language"] == "en"


@pytest.mark.parametrize("name", NAMES)
def test_no_address_is_relative(client, newsroom, full_story, name):
    content = fetch(client, newsroom.index, name).content.decode()
    for attribute in ("href", "src", "srcset"):
        assert f'{attribute}="/' not in content
        assert f'{attribute}=\\"/' not in content
        assert f"{attribute}=&quot;/" not in content


def test_identity_stays_when_the_address_changes(client, newsroom, full_story):
    before = json.loads(fetch(client, newsroom.index, "feed.json").content)["items"][0]
    full_story.slug = "another"
    full_story.save_revision().publish()
    after = json.loads(fetch(client, newsroom.index, "feed.json").content)["items"][0]
    assert before["id"] == after["id"]
    assert before["url"] != after["url"]


def test_languages_have_feeds_and_identities_of_their_own(client, newsroom, full_story):
    translate_page(full_story, "fr", title="Droits", slug="droits")
    english = json.loads(fetch(client, newsroom.index, "feed.json").content)
    french = json.loads(fetch(client, newsroom.french, "feed.json").content)
    assert french["language"] == "fr"
    assert french["items"][0]["url"] == "http://testserver/fr/actualites/droits/"
    assert french["items"][0]["id"] != english["items"][0]["id"]
    assert french["items"][0]["tags"] == ["Droits"]


@pytest.mark.parametrize("name", NAMES)
def test_drafts_and_restricted_stories_stay_out(client, newsroom, full_story, name):
    make_story(newsroom.index, "Draft story", live=False)
    hidden = make_story(newsroom.index, "Hidden story")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    content = fetch(client, newsroom.index, name).content.decode()
    assert "Draft story" not in content
    assert "Hidden story" not in content


def test_a_restricted_list_gives_no_feed(client, newsroom, full_story):
    PageViewRestriction.objects.create(page=newsroom.index, restriction_type=PageViewRestriction.LOGIN)
    assert fetch(client, newsroom.index, "feed.rss").status_code == 302


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_sent_again_until_something_changes(client, newsroom, full_story, name):
    first = fetch(client, newsroom.index, name)
    for header, value in (("if-none-match", first["ETag"]), ("if-modified-since", first["Last-Modified"])):
        again = client.get(newsroom.index.url + name, headers={header: value})
        assert again.status_code == 304
        assert again.content == b""
    full_story.title = "Changed"
    full_story.save_revision().publish()
    assert client.get(newsroom.index.url + name, headers={"if-none-match": first["ETag"]}).status_code == 200


def test_a_304_is_decided_without_reading_stories(client, newsroom, full_story):
    url = newsroom.index.url + "feed.rss"
    etag = client.get(url)["ETag"]
    with CaptureQueriesContext(connection) as whole:
        client.get(url)
    with CaptureQueriesContext(connection) as short:
        client.get(url, headers={"if-none-match": etag})
    assert len(short) <= len(whole) - 4
    assert not any('"news_newspage"."body"' in query["sql"] for query in short)


@pytest.mark.parametrize("name", NAMES)
def test_words_that_would_break_xml_do_not(client, newsroom, name):
    make_story(newsroom.index, "Bell \x07 & <b>bold</b> ]]>", slug="bell", summary="a\x0bb")
    response = fetch(client, newsroom.index, name)
    assert response.status_code == 200
    if name != "feed.json":
        assert not feedparser.parse(response.content).bozo


def test_a_coming_date_is_not_given_as_publication(client, newsroom):
    make_story(newsroom.index, "Call", date=datetime.date(2999, 1, 1))
    published = json.loads(fetch(client, newsroom.index, "feed.json").content)["items"][0]["date_published"]
    assert not published.startswith("2999")


def test_unknown_formats_are_not_found(client, newsroom):
    assert client.get(newsroom.index.url + "feed.xml").status_code == 404
    assert client.get(newsroom.home.url + "feed.rss").status_code == 404


def test_pages_announce_the_feeds(client, newsroom, full_story):
    for url in (newsroom.home.url, newsroom.index.url, full_story.url):
        page = client.get(url).content.decode()
        for kind, name in (("rss+xml", "feed.rss"), ("atom+xml", "feed.atom"), ("feed+json", "feed.json")):
            assert f'type="application/{kind}"' in page
            assert f'/en/news/{name}"' in page


@pytest.mark.parametrize("name", NAMES)
def test_many_stories_with_links_and_quotations_cost_no_more_queries_than_one(client, newsroom, name):
    person = make_person(make_people_index(newsroom.home), "Juliana Hoxha")
    spent = []
    for number in range(8):
        link = f'<p>Read <a linktype="page" id="{make_page(newsroom.home, f"About {number}").pk}">more</a>.</p>'
        said = {"type": "quotation", "value": make_quotation(person, f"Words {number}").pk, "id": f"q{number}"}
        make_story(newsroom.index, f"Story {number}", body=[paragraph(link), said])
        client.get("/en/news/feed.rss?warm")
        with CaptureQueriesContext(connection) as captured:
            content = client.get(f"{newsroom.index.url}{name}").content.decode()
        assert content.count("/en/about-") == number + 1
        spent.append(len(captured))
    assert spent[-1] <= spent[0] + 1
