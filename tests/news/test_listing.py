"""The list of news: filters, counts and pages."""

import datetime
import html
import re

import pytest
from wagtail.models import PageViewRestriction

from news.models import NewsPage
from seed.factories.news import make_story, make_theme
from tests.worlds import world

pytestmark = pytest.mark.django_db


def body(response):
    return response.content.decode()


def titles(response):
    return re.findall(r"<h3><a [^>]*>([^<]*)</a></h3>", body(response))


@world
def stories(newsroom):
    papers = make_theme("Papers")
    make_story(newsroom.index, "Prize", kind="prize", date=datetime.date(2017, 10, 19), themes=[papers])
    make_story(newsroom.index, "Rights", kind="report", date=datetime.date(2018, 5, 1), themes=[newsroom.rights])
    make_story(newsroom.index, "Both", kind="prize", date=datetime.date(2018, 6, 1), themes=[newsroom.rights, papers])
    make_story(newsroom.index, "Draft", kind="call", date=datetime.date(2020, 1, 1), live=False)
    return newsroom


def test_newest_first_without_drafts(client, stories):
    assert titles(client.get(stories.index.url)) == ["Both", "Rights", "Prize"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kind=prize", ["Both", "Prize"]),
        ("theme=rights", ["Both", "Rights"]),
        ("year=2018", ["Both", "Rights"]),
        ("kind=prize&theme=rights&year=2018", ["Both"]),
        ("kind=&theme=&year=", ["Both", "Rights", "Prize"]),
        ("kind=interview", []),
    ],
)
def test_filters_narrow_the_list(client, stories, query, expected):
    assert titles(client.get(f"{stories.index.url}?{query}")) == expected


@pytest.mark.parametrize(
    "query",
    [
        "kind=nonsense",
        "theme=nonsense",
        "theme=%00",
        "theme=' OR 1=1",
        "year=0000",
        "year=99999999999999999999",
        "year=twenty",
        "year=²⁰¹⁸",
        "kind=%ED%A0%80",
        "theme=" + "x" * 10_000,
        "kind=<script>alert(1)</script>",
    ],
)
def test_unknown_filters_give_an_empty_list_in_words(client, stories, query):
    response = client.get(f"{stories.index.url}?{query}")
    assert response.status_code == 200
    assert titles(response) == []
    assert "No story fits these filters" in body(response)
    assert "<script>alert(1)" not in body(response)


def test_counts_say_what_a_choice_would_show(client, stories):
    page = body(client.get(f"{stories.index.url}?theme=rights"))
    assert '<option value="prize">Prize (1)</option>' in page
    assert '<option value="report">Report (1)</option>' in page
    assert '<option value="rights" selected>Rights (2)</option>' in page
    assert '<option value="papers">Papers (2)</option>' in page
    assert "2017" not in re.findall(r'<option value="(\d{4})"', page)
    assert "Interview" not in page


def test_theme_page_says_what_the_theme_is(client, stories):
    page = body(client.get(f"{stories.index.url}?theme=rights"))
    assert "<h1>News: Rights</h1>" in page
    assert "Equal before the law." in page


def test_french_list_filters_by_the_french_theme(client, stories):
    make_story(stories.french, "Droits d’abord", themes=[stories.droits])
    make_story(stories.french, "Anglais encore", themes=[stories.rights])
    assert len(titles(client.get(f"{stories.french.url}?theme=droits"))) == 2
    assert titles(client.get(f"{stories.french.url}?theme=rights")) == []


def test_restricted_stories_are_neither_listed_nor_counted(client, stories):
    hidden = NewsPage.objects.get(slug="both")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    response = client.get(stories.index.url)
    assert titles(response) == ["Rights", "Prize"]
    assert '<option value="prize">Prize (1)</option>' in body(response)


@world
def many(newsroom):
    """Forty-one calls, three of them on each day but the last."""
    for number in range(41):
        day = datetime.date(2018, 1, 1) + datetime.timedelta(days=number // 3)
        make_story(newsroom.index, f"Story {number:02}", kind="call", date=day)
    return newsroom


def way(response, words):
    found = re.search(rf'<a href="([^"]*)"[^>]*>{words}</a>', body(response))
    return html.unescape(found[1]) if found else ""


def test_pages_of_twenty_keep_the_filters_and_meet(client, many):
    pages, url = [], f"{many.index.url}?kind=call"
    while url:
        response = client.get(url)
        pages.append(titles(response))
        url = way(response, "Next page")
        assert not url or "kind=call" in url
    assert [len(page) for page in pages] == [20, 20, 1]
    assert [title for page in pages for title in page] == [f"Story {number:02}" for number in range(40, -1, -1)]


def test_the_last_page_and_the_way_back(client, many):
    last = client.get(way(client.get(many.index.url), "Last page"))
    assert titles(last) == [f"Story {number:02}" for number in range(19, -1, -1)]
    assert way(last, "Next page") == ""
    middle = client.get(way(last, "Previous page"))
    assert titles(middle) == [f"Story {number:02}" for number in range(39, 19, -1)]
    first = client.get(way(middle, "Previous page"))
    assert titles(first) == [f"Story {number:02}" for number in range(40, 20, -1)]
    assert way(first, "Previous page") == ""
    assert way(middle, "First page") == many.index.url


def test_an_address_shows_the_same_stories_whatever_is_published_later(client, many):
    second = way(client.get(many.index.url), "Next page")
    before = titles(client.get(second))
    make_story(many.index, "Newer", date=datetime.date(2019, 1, 1))
    assert titles(client.get(second)) == before


def test_a_further_page_is_its_own_canonical(client, many):
    second = way(client.get(many.index.url), "Next page")
    assert f'<link rel="canonical" href="http://testserver{second}">' in body(client.get(second))
    narrowed = body(client.get(f"{many.index.url}?kind=call"))
    assert f'<link rel="canonical" href="http://testserver{many.index.url}">' in narrowed


@pytest.mark.parametrize(
    "query",
    [
        *("page=0", "page=-1", "page=4", "page=x", "page=²", "page=%00"),
        *("after=x", "after=2018-13-01-5", "before=1-1", "before=0000-01-01-1", "after=2018-01-01-" + "9" * 50),
    ],
)
def test_a_page_that_does_not_exist_is_not_found(client, stories, query):
    assert client.get(f"{stories.index.url}?{query}").status_code == 404


def test_an_empty_list_says_so(client, newsroom):
    assert "No story has been published yet" in body(client.get(newsroom.index.url))


def test_the_archive_goes_by_year_and_month(client, stories):
    page = body(client.get(f"{stories.index.url}?year=2018"))
    assert f'href="{stories.index.url}?year=2018&amp;month=5">May 2018</a>' in page
    assert "2017</a>" in page
    assert titles(client.get(f"{stories.index.url}?year=2018&month=5")) == ["Rights"]
    assert titles(client.get(f"{stories.index.url}?year=2018&month=05")) == ["Rights"]
    for query in ("year=2018&month=7", "year=2018&month=13", "month=5"):
        assert titles(client.get(f"{stories.index.url}?{query}")) == []


@world
def about(newsroom):
    """Stories about a city, a country and a tag."""
    make_story(newsroom.index, "All", members=[newsroom.tirana], countries=["AL"], tags=["identity papers"])
    make_story(newsroom.index, "Land", countries=["AL", "AT"])
    make_story(newsroom.index, "None")
    return newsroom


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("country=al", ["Land", "All"]),
        ("country=AL", ["Land", "All"]),
        ("country=at", ["Land"]),
        ("country=al&country=at", ["Land"]),
        ("city=tirana", ["All"]),
        ("tag=identity-papers", ["All"]),
        ("tag=identity-papers&city=tirana&country=al&year=2018&kind=report", ["All"]),
        ("tag=identity-papers&country=at", []),
        ("person=nobody", []),
    ],
)
def test_cities_countries_and_tags_narrow_too(client, about, query, expected):
    assert titles(client.get(f"{about.index.url}?{query}")) == expected


def offered(client, url, name):
    page = body(client.get(url))
    select = re.search(rf'<select[^>]*name="{name}">(.*?)</select>', page, re.DOTALL)
    return re.findall(r"<option[^>]*>([^<]*\(\d+\))</option>", select[1]) if select else []


def test_counts_beside_two_and_three_other_filters(client, about):
    url = about.index.url
    assert offered(client, url, "country") == ["Albania (2)", "Austria (1)"]
    assert offered(client, f"{url}?city=tirana", "country") == ["Albania (1)"]
    assert offered(client, f"{url}?city=tirana&country=al", "country") == ["Albania (1)"]
    assert offered(client, f"{url}?city=tirana&country=al", "tag") == ["identity papers (1)"]
    assert offered(client, f"{url}?kind=report&year=2018", "country") == ["Albania (2)", "Austria (1)"]
    assert offered(client, f"{url}?kind=report&year=2018&country=at", "country") == ["Albania (2)", "Austria (1)"]
    assert offered(client, f"{url}?kind=report&year=2018&country=at", "city") == []
    assert offered(client, f"{url}?year=2018&month=11&country=at", "year") == ["2018 (1)"]


def test_query_budget(client, newsroom, django_assert_max_num_queries):
    for number in range(25):
        make_story(newsroom.index, f"Story {number}", themes=[newsroom.rights])
    client.get(newsroom.home.url)
    for query in ("", "?theme=rights", "?theme=rights&kind=report", "?theme=rights&kind=report&year=2018"):
        with django_assert_max_num_queries(8):
            assert client.get(f"{newsroom.index.url}{query}").status_code == 200
