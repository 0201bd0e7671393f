"""Feeds of themes, countries, cities, persons and tags, and what moves in them."""

import datetime
import json

import lxml.html
import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from seed.factories.membership import make_member
from seed.factories.news import make_story, make_theme
from seed.factories.pages import translate_page
from seed.factories.people import make_people_index, make_person
from tests.news.standards import CHECKS
from tests.worlds import world

pytestmark = pytest.mark.django_db


@world
def covered(newsroom):
    """A story about everything, and another about nothing of it; `.person` stands in the first."""
    newsroom.person = make_person(make_people_index(newsroom.home), "Christine Oppitz-Plörer", slug="oppitz")
    newsroom.about = make_story(
        newsroom.index,
        "About everything",
        themes=[newsroom.rights],
        countries=["AL"],
        members=[newsroom.tirana],
        persons=[newsroom.person],
        tags=["identity papers"],
        event_start=datetime.date(2027, 1, 2),
    )
    newsroom.other = make_story(newsroom.index, "About nothing of it", themes=[make_theme("Art")])
    return newsroom


PARTS = ["theme/rights/", "country/al/", "city/tirana/", "person/oppitz/", "tag/identity-papers/"]


def titles(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return [item["title"] for item in json.loads(response.content)["items"]]


@pytest.mark.parametrize("part", PARTS)
def test_each_topic_has_a_feed_of_its_own(client, covered, part):
    for name, check in CHECKS.items():
        assert len(check(client.get(covered.index.url + part + name).content)) == 1
    feed = json.loads(client.get(covered.index.url + part + "feed.json").content)
    assert [item["title"] for item in feed["items"]] == ["About everything"]
    assert feed["feed_url"] == f"http://testserver{covered.index.url}{part}feed.json"
    assert client.get(covered.index.url + part + "calendar.ics").content.count(b"BEGIN:VEVENT") == 1


NOTHING = [
    "theme/nothing/", "country/zz/", "country/AL/", "city/nowhere/", "person/nobody/", "tag/none/", "kind/report/",
    "year/2018/", "theme/", "theme/rights/more/",
]  # fmt: skip


@pytest.mark.parametrize("part", NOTHING)
def test_a_topic_that_does_not_exist_is_not_found(client, covered, part):
    for name in (*CHECKS, "calendar.ics"):
        assert client.get(covered.index.url + part + name).status_code == 404


def test_topics_are_named_in_the_language_of_the_list(client, covered):
    translate_page(covered.about, "fr", title="Droits", slug="droits")
    assert titles(client, covered.french.url + "theme/droits/feed.json") == ["Droits"]
    assert client.get(covered.french.url + "theme/rights/feed.json").status_code == 404
    assert titles(client, covered.french.url + "country/al/feed.json") == ["Droits"]
    assert client.get(covered.french.url + "city/tirana/feed.json").status_code == 404


def test_filters_of_the_list_narrow_the_feed(client, covered):
    url = covered.index.url + "feed.json"
    assert titles(client, url + "?theme=rights") == ["About everything"]
    assert titles(client, url + "?theme=rights&country=al") == ["About everything"]
    assert titles(client, url + "?theme=art&country=al") == []
    assert titles(client, url + "?theme=unknown") == []
    assert titles(client, url + "?year=x%00y") == []
    assert titles(client, covered.index.url + "theme/rights/feed.json?tag=identity-papers") == ["About everything"]
    feed = json.loads(client.get(url + "?theme=rights&utm=1").content)
    assert feed["feed_url"] == f"http://testserver{url}?theme=rights"


@pytest.mark.parametrize("name", CHECKS)
def test_an_unknown_filter_gives_a_valid_empty_feed(client, covered, name):
    assert CHECKS[name](client.get(f"{covered.index.url}{name}?person=nobody&kind=xyz").content) == []


def test_nothing_hidden_stands_in_a_topic(client, covered):
    make_story(covered.index, "Draft", live=False, themes=[covered.rights], tags=["hidden tag"])
    make_story(covered.index, "Later", embargo_until=timezone.now() + datetime.timedelta(days=1),
               themes=[covered.rights], tags=["embargoed tag"], event_start=datetime.date(2027, 5, 5))  # fmt: skip
    PageViewRestriction.objects.create(page=covered.about, restriction_type=PageViewRestriction.LOGIN)
    for part in PARTS[:4]:
        assert titles(client, covered.index.url + part + "feed.json") == []
        assert b"BEGIN:VEVENT" not in client.get(covered.index.url + part + "calendar.ics").content
    for tag in ("hidden-tag", "embargoed-tag", "identity-papers"):
        assert client.get(f"{covered.index.url}tag/{tag}/feed.json").status_code == 404
    page = client.get(covered.index.url + "feeds/").content.decode()
    assert "hidden tag" not in page
    assert "embargoed tag" not in page


def test_a_hidden_city_has_no_feed(client, covered):
    PageViewRestriction.objects.create(page=covered.tirana, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(covered.index.url + "city/tirana/feed.rss").status_code == 404


def test_a_public_note_moves_an_old_story_up_and_a_silent_one_does_not(client, newsroom):
    noted = datetime.datetime(2026, 3, 4, 9, tzinfo=datetime.UTC)
    note = {"kind": "correction", "date": noted, "text": "The date was wrong."}
    make_story(newsroom.index, "Silent", date=datetime.date(2014, 1, 2), notes=[note | {"public": False}])
    make_story(newsroom.index, "Corrected", date=datetime.date(2014, 1, 1), notes=[note])
    for number in range(21):
        make_story(newsroom.index, f"Story {number}", date=datetime.date(2019, 1, 1 + number))
    items = json.loads(client.get(newsroom.index.url + "feed.json").content)["items"]
    assert len(items) == 20
    assert items[0]["title"] == "Corrected"
    assert items[0]["date_modified"] == noted.isoformat()
    assert items[0]["date_published"].startswith("2014-01-01")
    assert "<strong>Correction (4 March 2026)</strong> The date was wrong." in items[0]["content_html"]
    assert "Silent" not in [item["title"] for item in items]


def test_a_note_of_the_future_says_nothing_yet(client, newsroom):
    later = timezone.now() + datetime.timedelta(days=3)
    make_story(newsroom.index, notes=[{"kind": "update", "date": later, "text": "Not yet"}])
    content = client.get(newsroom.index.url + "feed.json").content.decode()
    assert "Not yet" not in content
    assert later.date().isoformat() not in content


def test_the_address_of_a_new_title_keeps_its_identity_in_every_feed(client, covered):
    def identity(name):
        return json.loads(client.get(f"{covered.index.url}theme/rights/{name}").content)["items"][0]["id"]

    before = identity("feed.json")
    covered.about.slug = "new-address"
    covered.about.save_revision().publish()
    assert identity("feed.json") == before


@pytest.mark.parametrize("part", ["", *PARTS])
def test_a_304_reads_no_story(client, covered, part, django_assert_max_num_queries):
    for name in (*CHECKS, "calendar.ics"):
        url = covered.index.url + part + name
        first = client.get(url)
        with django_assert_max_num_queries(14) as captured:
            again = client.get(url, headers={"if-none-match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert not any('"news_newspage"."body"' in query["sql"] for query in captured.captured_queries)
        since = client.get(url, headers={"if-modified-since": first["Last-Modified"]})
        assert since.status_code == 304


def test_a_withdrawn_story_leaves_and_the_feed_is_sent_anew(client, covered):
    url = covered.index.url + "feed.rss"
    etag = client.get(url)["ETag"]
    covered.about.unpublish()
    response = client.get(url, headers={"if-none-match": etag})
    assert response.status_code == 200
    assert b"About everything" not in response.content


def links(client, url):
    document = lxml.html.document_fromstring(client.get(url).content)
    return [link.get("href") for link in document.iterfind(".//link[@rel='alternate'][@type]")]


def test_pages_announce_what_they_are_about(client, covered):
    news = [f"http://testserver/en/news/{name}" for name in (*CHECKS, "calendar.ics")]
    assert links(client, covered.index.url) == news
    assert links(client, covered.about.url) == news
    for page, part in ((covered.tirana, "city/tirana/"), (covered.person, "person/oppitz/")):
        assert links(client, page.url) == [f"http://testserver/en/news/{part}{name}" for name in CHECKS]


def test_the_page_of_feeds_lists_all_that_has_stories(client, covered):
    make_theme("Without stories")
    make_member(covered.tirana.get_parent().specific, "Cluj", country="RO")
    response = client.get(covered.index.url + "feeds/")
    assert response.status_code == 200
    document = lxml.html.document_fromstring(response.content)
    found = [a.get("href") for a in document.find(".//main").iter("a")]
    for part in ("", *PARTS):
        for name in CHECKS:
            assert found.count(f"/en/news/{part}{name}") == 1
    assert "/en/news/calendar.ics" in found
    assert "/en/news/country/al/calendar.ics" in found
    assert not any("without-stories" in address or "cluj" in address for address in found)
    assert [a.get("href") for a in document.iterfind(".//link[@hreflang='fr']")] == [
        "http://testserver/fr/actualites/feeds/"
    ]
    assert document.findtext(".//h1") == "Feeds and calendars"
    for address in found:
        if address.startswith("/en/news/"):
            assert client.get(address).status_code == 200


def test_many_topics_are_folded_and_few_are_not(client, newsroom):
    make_story(newsroom.index, themes=[newsroom.rights], tags=[f"tag {number}" for number in range(16)])
    document = lxml.html.document_fromstring(client.get(newsroom.index.url + "feeds/").content)
    (folded,) = document.xpath("//main//details")
    assert folded.findtext("summary") == "Show all (16)"
    assert len(folded.xpath(".//h3")) == 16
    assert document.xpath("//section[@aria-labelledby='feeds-theme']//h3/text()") == ["Rights"]
