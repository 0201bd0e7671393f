"""The list of news: filters, counts and pages."""

import datetime
import re

import pytest
from wagtail.models import PageViewRestriction

from news.models import NewsPage
from seed.factories.news import make_story, make_theme

pytestmark = pytest.mark.django_db


def body(response):
    return response.content.decode()


def titles(response):
    return re.findall(r"<h3><a [^>]*>([^<]*)</a></h3>", body(response))


@pytest.fixture
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


def test_pages_of_twenty_keep_the_filters(client, newsroom):
    for number in range(41):
        make_story(newsroom.index, f"Story {number:02}", kind="call")
    first = client.get(f"{newsroom.index.url}?kind=call")
    assert len(titles(first)) == 20
    assert 'href="?kind=call&amp;page=2" rel="next"' in body(first)
    middle = body(client.get(f"{newsroom.index.url}?kind=call&page=2"))
    assert 'rel="prev"' in middle
    assert 'rel="next"' in middle
    assert titles(client.get(f"{newsroom.index.url}?kind=call&page=3")) == ["Story 00"]


@pytest.mark.parametrize("number", ["0", "-1", "4", "x", "1e9", "²", "9" * 50, "%00"])
def test_a_page_that_does_not_exist_is_not_found(client, stories, number):
    assert client.get(f"{stories.index.url}?page={number}").status_code == 404


def test_an_empty_list_says_so(client, newsroom):
    assert "No story has been published yet" in body(client.get(newsroom.index.url))


def test_query_budget(client, newsroom, django_assert_max_num_queries):
    for number in range(25):
        make_story(newsroom.index, f"Story {number}", themes=[newsroom.rights])
    client.get(newsroom.home.url)
    with django_assert_max_num_queries(12):
        assert client.get(f"{newsroom.index.url}?theme=rights&kind=report").status_code == 200
