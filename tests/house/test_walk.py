"""Every live address of the demo site, in every language, keeps the promises of the house."""

import json
import re
from urllib.parse import urlsplit

import html5lib
import pytest
from django.test import Client
from wagtail.models import Page

from tests.seeded import HOST, by_translation, settings_of_module, walk  # fixtures
from translations.exchange.exporting import FORMATS
from translations.exchange.importing import take_in
from translations.exchange.jobs import job_of, translations_open_to
from translations.exchange.reading import read

pytestmark = pytest.mark.django_db
fixtures = (walk, settings_of_module)

BUDGETS = {
    "HomePage": 16,
    "NewsPage": 7,
    "NewsIndexPage": 8,
    "MemberPage": 12,
    "MemberIndexPage": 12,
    "GlossaryPage": 8,
    "TermPage": 8,
    "PersonPage": 12,
    "PersonIndexPage": 12,
    "StandardPage": 12,
    "FormPage": 14,
}

# What search engines ask for before they show a thing of this type.
NEEDED = {
    "NewsArticle": ("headline", "datePublished", "author", "publisher"),
    "Organization": ("name",),
    "GovernmentOrganization": ("name", "url"),
    "BreadcrumbList": ("itemListElement",),
    "ListItem": ("position", "name", "item"),
    "DefinedTerm": ("name", "description", "inDefinedTermSet", "url"),
    "DefinedTermSet": ("name", "url"),
    "City": ("name", "url"),
    "AdministrativeArea": ("name", "url"),
    "WebSite": ("name", "url"),
    "SearchAction": ("target", "query-input"),
    "Person": ("name",),
    "Quotation": ("text",),
}


def test_the_demo_site_is_as_large_as_promised(walk):
    count = {}
    for one in walk:
        key = (type(one.page).__name__, one.language)
        count[key] = count.get(key, 0) + 1
    assert count["NewsPage", "en"] >= 24
    assert count["NewsPage", "fr"] >= 24
    assert count["MemberPage", "en"] == count["MemberPage", "fr"] == 40
    assert count["TermPage", "en"] == count["TermPage", "fr"] == 65
    assert count["StandardPage", "en"] == count["StandardPage", "fr"] == 4
    assert count["FormPage", "en"] == count["FormPage", "fr"] == 4
    assert count["StandardPage", "rom"] >= 1
    assert count["NewsPage", "de"] >= 1


def test_the_tree_is_whole(walk):
    assert [list(problem) for problem in Page.find_problems()] == [[], [], [], [], []]


def test_every_address_answers(walk):
    assert [(one.url, one.status) for one in walk if one.status != 200] == []


def test_readers_get_no_cookie(walk):
    assert [one.url for one in walk if one.cookies] == []


def test_every_page_has_one_headline(walk):
    assert [one.url for one in walk if len(one.document.findall(".//h1")) != 1] == []


def test_every_page_says_its_language(walk):
    wrong = [one.url for one in walk if (one.document.get("lang"), one.document.get("dir")) != (one.language, "ltr")]
    assert wrong == []


def test_every_page_is_its_own_canonical(walk):
    wrong = {
        one.url: links
        for one in walk
        if (links := [link.get("href") for link in one.document.findall(".//link[@rel='canonical']")])
        != [f"{HOST}{one.url}"]
    }
    assert wrong == {}


def test_every_page_names_all_its_languages(walk):
    groups, wrong = by_translation(walk), {}
    for one in walk:
        expected = {language: f"{HOST}{url}" for language, url in groups[one.page.translation_key].items()}
        given = {
            link.get("hreflang"): link.get("href")
            for link in one.document.findall(".//link[@rel='alternate'][@hreflang]")
            if not link.get("type")
        }
        default = given.pop("x-default", None)
        if given != expected or default not in expected.values():
            wrong[one.url] = given
    assert wrong == {}


def test_links_are_alive_and_in_the_language_they_say(walk):
    client, known, wrong = Client(), {one.url for one in walk}, set()
    for one in walk:
        for path, language in one.links():
            if path not in known and client.get(path).status_code == 200:
                known.add(path)
            if path not in known:
                wrong.add(f"{one.url} leads to {path}")
            same = path.startswith((f"/{language or one.language}/", "/media/", "/documents/", "/sitemap"))
            if not same and not path.startswith("/static/"):
                wrong.add(f"{one.url} leads to {path} without saying so")
    assert sorted(wrong) == []


def test_every_page_is_valid_html(walk):
    wrong = {}
    for one in walk:
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(one.html)
        if parser.errors:
            wrong[one.url] = [error[1] for error in parser.errors]
    assert wrong == {}


def test_links_upon_drawings_are_links_like_all_others(walk):
    links = [(one.url, link) for one in walk for drawing in one.document.iter("svg") for link in drawing.iter("a")]
    assert len(links) > 20
    assert [url for url, link in links if next(link.iterancestors("foreignobject"), None) is None] == []


def test_ids_are_unique(walk):
    wrong = []
    for one in walk:
        ids = [element.get("id") for element in one.document.iter() if element.get("id")]
        wrong += [one.url] if len(ids) != len(set(ids)) else []
    assert wrong == []


def test_no_page_carries_script_or_style_within(walk):
    wrong = []
    for one in walk:
        inline = [script for script in one.document.iter("script") if not script.get("src")]
        wrong += [one.url for script in inline if script.get("type") != "application/ld+json"]
        wrong += [one.url for _style in one.document.iter("style")]
        wrong += [one.url for element in one.document.iter() if element.get("style") or element.get("onclick")]
    assert wrong == []


def test_nothing_is_loaded_from_elsewhere(walk):
    loaded = re.compile(
        r'<(?:img|script|source|iframe|link rel="(?:stylesheet|preload|icon)")[^>]+?https?://(?!testserver)'
    )
    assert [one.url for one in walk if loaded.search(one.html)] == []


def test_structured_data_is_json(walk):
    for one in walk:
        for script in one.document.iterfind(".//script[@type='application/ld+json']"):
            assert json.loads(script.text), one.url


def test_structured_data_has_what_its_types_need(walk):
    wrong = {
        f"{one.url}: {kind} without {name}"
        for one in walk
        for script in one.document.iterfind(".//script[@type='application/ld+json']")
        for thing in things(json.loads(script.text))
        for kind in (thing.get("@type"),)
        for name in NEEDED.get(kind, ())
        if not thing.get(name)
    }
    assert wrong == set()


def things(data):
    """Every object that has a type, however deep."""
    for part in data if isinstance(data, list) else data.values():
        if isinstance(part, dict | list):
            yield from things(part)
    if isinstance(data, dict) and "@type" in data:
        yield data


def test_every_feed_that_a_page_announces_has_something(walk):
    client = Client()
    announced = {
        urlsplit(link.get("href")).path: one.url
        for one in walk
        for link in one.document.findall(".//link[@rel='alternate'][@type]")
        if link.get("type") == "application/feed+json"
    }
    assert len(announced) > 50
    empty = {path: url for path, url in announced.items() if not client.get(path).json()["items"]}
    assert empty == {}


def test_every_picture_is_made_before_a_reader_comes(walk):
    missing = [
        one.url
        for one in walk
        for picture in one.document.iter("img")
        if not picture.get("src") or picture.get("alt") is None or not picture.get("width")
    ]
    assert missing == []


def test_pages_keep_their_query_budget(walk):
    # The first page of a language that explains terms asks for the explanations; the others find them at hand.
    asking = {one.language: one.url for one in reversed(walk) if "data-note=" in one.html}
    paid = {one.url: one.queries - (one.url == asking.get(one.language)) for one in walk}
    over = {one.url: paid[one.url] for one in walk if paid[one.url] > BUDGETS[type(one.page).__name__]}
    assert over == {}


def test_each_language_has_the_whole_frame(walk):
    front = {one.language: one.document for one in walk if type(one.page).__name__ == "HomePage"}
    assert set(front) == {"en", "fr", "rom", "de"}
    for document in front.values():
        words = document.text_content()
        assert "alliance[at]coe.int" in words or "alliance@coe.int" in words
        assert document.find(".//form[@role='search']") is not None or document.find(".//search") is not None
        assert len(document.findall(".//footer//a")) >= 6


def test_translations_come_back_from_translators_files_as_they_went(walk):
    translations, names = list(translations_open_to(None)), list(FORMATS)
    assert len(translations) > 200
    wrong = {}
    for number, translation in enumerate(translations):
        name = names[number % len(names)]
        report = take_in(read(FORMATS[name].write(job_of(translation)), name))
        if report.counts["unchanged"] != len(report.lines) or not report.lines:
            wrong[str(translation), name] = report.counts
    assert wrong == {}
