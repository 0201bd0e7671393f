"""The search as readers and machines use it, kind or hostile."""

import re

import pytest
from django.utils import translation
from wagtail.models import Locale, PageViewRestriction

from seed.factories.membership import make_member
from seed.factories.news import make_story
from seed.factories.pages import make_page

pytestmark = pytest.mark.django_db

HOSTILE = [
    '"',
    '"""',
    "*",
    "AND",
    "OR NOT",
    "NEAR(",
    "tirana NEAR/2 paper",
    "title:tirana",
    "{title} : x",
    "-tirana",
    "tirana*",
    "'; DROP TABLE wagtailcore_page; --",
    "a & b | !c <-> d",
    ":*",
    "\\",
    "(((",
    "%",
    "_",
    "\x00",
    "a\x00b",
    "\x07\x1b",
    "\ufffe",
    "٣٤",
    "🎪",
    "x" * 10_000,
    "ab " * 5_000,
    "<script>alert(1)</script>",
    "   ",
    "",
]


def found(client, **query):
    return client.get("/en/search.json", query).json()


def titles(client, **query):
    return [result["title"] for result in found(client, **query)["results"]]


def page(client, **query):
    response = client.get("/en/search/", query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("tirana", "A missing paper in Tirana"),
        ("TIRANA paper", "A missing paper in Tirana"),
        ("experts identity", "A missing paper in Tirana"),
        ("sisli", "Şişli"),
        ("Şişli", "Şişli"),
        ("ŞİŞLİ", "Şişli"),
        ("alliance", "About the Alliance"),
        ("2013", "About the Alliance"),
        ("about", "About the Alliance"),
    ],
)
def test_finds_by_words_of_title_and_text(client, library_of_pages, typed, title):
    assert title in titles(client, q=typed)


def test_accents_may_be_left_out_in_running_text(client, library_of_pages):
    for typed in ("ecole", "école", "ECOLE", "l’école"):
        response = client.get("/fr/search.json", {"q": typed})
        assert [result["url"] for result in response.json()["results"]] == ["/fr/actualites/l-ecole-d-innsbruck/"]


def test_greek_and_cyrillic_names(client, library_of_pages, in_step):
    parent = library_of_pages.members
    with in_step():
        make_member(parent, "Heraklion", country="GR", local_name="Ηράκλειο", local_language="el")
        make_member(parent, "Kragujevac", country="RS", local_name="Крагујевац", local_language="sr")
    assert titles(client, q="ηρακλειο") == ["Heraklion"]
    assert titles(client, q="ΗΡΆΚΛΕΙΟ") == ["Heraklion"]
    assert titles(client, q="крагујевац") == ["Kragujevac"]


def test_json_holds_its_contract(client, library_of_pages):
    answer = found(client, q="tirana")
    assert set(answer) == {"query", "total", "results", "facets"}
    assert answer["query"] == "tirana"
    assert answer["total"] == 1
    assert answer["results"] == [
        {
            "title": "A missing paper in Tirana",
            "url": "/en/news/a-missing-paper-in-tirana/",
            "type": "news",
            "date": "2018-11-14",
            "snippet": answer["results"][0]["snippet"],
        }
    ]
    assert "<mark>Tirana</mark>" in answer["results"][0]["snippet"]
    assert answer["facets"]["type"] == [{"value": "news", "label": "News", "count": 1}]
    assert answer["facets"]["year"] == [{"value": "2018", "label": "2018", "count": 1}]


def test_only_the_language_of_the_address(client, library_of_pages):
    assert titles(client, q="innsbruck") == []
    assert client.get("/fr/search.json", {"q": "tirana"}).json()["total"] == 0


def test_drafts_unpublished_and_restricted_pages_are_not_found(client, library_of_pages, in_step):
    with in_step():
        make_story(library_of_pages.index, "Tirana in secret", live=False)
        library_of_pages.story.title = "Tirana changed in a draft"
        library_of_pages.story.save_revision()
    assert titles(client, q="tirana secret") == ["A missing paper in Tirana"]
    assert titles(client, q="changed") == []
    with in_step():
        PageViewRestriction.objects.create(page=library_of_pages.index, restriction_type=PageViewRestriction.LOGIN)
    assert found(client, q="tirana")["total"] == 0
    assert client.get("/en/search/suggest/", {"q": "missing"}).json() == {"suggestions": []}
    with in_step():
        library_of_pages.about.unpublish()
    assert titles(client, q="alliance") == ["Alliance"]


def test_type_narrows_and_facets_count_every_type(client, library_of_pages, in_step):
    with in_step():
        make_story(library_of_pages.index, "Şişli wins a prize")
    answer = found(client, q="sisli", type="member")
    assert [result["type"] for result in answer["results"]] == ["member"]
    assert answer["total"] == 1
    assert {facet["value"]: facet["count"] for facet in answer["facets"]["type"]} == {"news": 1, "member": 1}
    shown = page(client, q="sisli", type="member")
    assert 'value="member" checked' in shown
    assert found(client, q="sisli", type="nonsense")["total"] == 0


def test_some_of_the_words_where_no_page_has_all(client, library_of_pages):
    assert "/en/news/a-missing-paper-in-tirana/" in page(client, q="tirana unheardof")


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_typed_breaks_the_search(client, library_of_pages, typed):
    for url in ("/en/search/", "/en/search.json", "/en/search/suggest/"):
        response = client.get(url, {"q": typed})
        assert response.status_code == 200
        if response["Content-Type"].startswith("text/html"):
            assert "<script>alert(1)" not in response.content.decode()


@pytest.mark.parametrize(
    "raw", ["q=%00", "q=%ED%A0%80", "q=%FF%FE", "q=a&q=b", "q[]=x", "type=%00&q=tirana", "page=1&q=%"]
)
def test_no_address_breaks_the_search(client, library_of_pages, raw):
    for url in ("/en/search/", "/en/search.json", "/en/search/suggest/"):
        assert client.get(f"{url}?{raw}").status_code == 200


@pytest.mark.parametrize("number", ["0", "-1", "2", "x", "9" * 40, "%00"])
def test_a_page_that_does_not_exist_is_not_found(client, library_of_pages, number):
    assert client.get("/en/search/", {"q": "tirana", "page": number}).status_code == 404


def test_languages_that_are_not_open_are_not_found(client, library_of_pages):
    Locale.objects.get_or_create(language_code="de")
    for url in ("/es/search/", "/es/search.json", "/es/search/suggest/", "/de/search.json"):
        with translation.override("en"):
            assert client.get(url, {"q": "tirana"}).status_code == 404


def test_suggestions_begin_with_what_was_typed(client, library_of_pages):
    answer = client.get("/en/search/suggest/", {"q": "sis"}).json()
    assert answer == {"suggestions": [{"text": "Şişli", "url": "/en/members/sisli/", "type": "member"}]}
    assert client.get("/en/search/suggest/", {"q": "a miss"}).json()["suggestions"][0]["type"] == "news"
    assert client.get("/en/search/suggest/", {"q": ""}).json() == {"suggestions": []}


def test_results_page_marks_words(client, library_of_pages):
    shown = page(client, q="tirana")
    assert re.search(r'<a href="/en/news/a-missing-paper-in-tirana/">A missing paper in <mark>Tirana</mark></a>', shown)
    assert "1 result" in shown
    assert '<link rel="canonical" href="http://testserver/en/search/">' in shown
    assert 'name="robots"' not in shown
    assert shown.count("<h1") == 1
    assert not client.cookies


def test_says_when_nothing_is_found(client, library_of_pages):
    assert "Nothing found for “unheardof”" in page(client, q="unheardof")
    assert "Nothing found" not in page(client)


def test_words_of_pages_are_escaped(client, library_of_pages, in_step):
    with in_step():
        make_story(
            library_of_pages.index, "Volos <img src=x onerror=alert(1)>", slug="volos", summary="<b>bold</b> Volos"
        )
    shown = page(client, q="volos")
    assert "<img src=x" not in shown
    assert "<b>bold" not in shown
    snippet = found(client, q="volos")["results"][0]["snippet"]
    assert "<b>" not in snippet
    assert "&lt;b&gt;bold&lt;/b&gt; <mark>Volos</mark>" in snippet


def test_writing_methods_are_refused(client, library_of_pages):
    assert client.post("/en/search/", {"q": "x"}).status_code == 405


def test_query_budget(client, library_of_pages, in_step, django_assert_max_num_queries):
    with in_step():
        for number in range(25):
            make_story(library_of_pages.index, f"Tirana {number}")
    page(client, q="tirana")
    with django_assert_max_num_queries(10):
        page(client, q="tirana", type="news")


def test_what_only_another_language_has_is_shown_as_such(client, library_of_pages, in_step, site_tree):
    with in_step():
        make_page(site_tree.homes["fr"], "Sièges du conseil", slug="sieges")
    shown = page(client, q="sièges")
    assert "Nothing found for “sièges”" in shown
    assert '<article class="item" lang="fr" dir="ltr">' in shown
    assert '<span id="in-fr" lang="fr" dir="ltr">Français</span>' in shown
    assert '<a href="/fr/sieges/" hreflang="fr"><mark>Sièges</mark> du conseil</a>' in shown


def test_results_stand_before_what_narrows_them(client, library_of_pages):
    shown = client.get("/en/search/", {"q": "tirana"}).content.decode()
    link, result, narrow = (shown.index(each) for each in ('href="#narrow"', 'class="item"', 'id="narrow"'))
    assert link < result < narrow
    assert 'href="#narrow"' not in client.get("/en/search/", {"q": "qqqqqq"}).content.decode()
