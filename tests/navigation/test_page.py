"""The frame as readers meet it."""

import json
import re
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string

from common.localization import LanguageLink
from seed.factories.navigation import make_frame
from seed.factories.pages import make_page, translate_page
from tests.worlds import world


@pytest.fixture
def read(client):
    """Read an address as a reader would."""

    def _read(path, status=200):
        response = client.get(path)
        assert response.status_code == status
        assert not response.cookies
        return BeautifulSoup(response.content, "html.parser")

    return _read


@world
def framed(site_tree):
    """A site whose English pages have the whole frame, and a page in both languages."""
    about = make_page(site_tree.home, "About", summary="Who we are.")
    translate_page(about, "fr", title="À propos", slug="a-propos")
    make_frame(
        site_tree.home.locale,
        site_name="The Alliance",
        congress_line="Congress, Council of Europe",
        mission="We work together. We speak up.",
        menu=[("About us", about)],
        legal=[("Privacy", about)],
        networks=[("Facebook", "https://f.example/")],
        contacts=[{"name": "Ana", "role": "Secretary", "telephone": "+33 3 88", "email": "role@example.org"}],
        join_title="Join the Alliance",
        join_page=about,
        cooperate_title="Cooperate as NGO",
        cooperate_page=about,
        follow_title="Follow us",
        contact_title="Contact",
        notice_title="Please note",
        notice_text="<p>The words explain.</p>",
        notice_date=date(2026, 11, 1),
        notice_page=about,
        footer_note="Lines on maps imply no opinion.",
    )
    return about


def test_every_part_of_the_frame_is_on_the_page(read, framed):
    page = read("/en/about/")
    header, footer = page.header, page.find("footer", class_="footer")
    assert "Congress, Council of Europe" in header.text
    assert header.find("a", class_="site").text == "The Alliance"
    assert header.find("nav", attrs={"aria-label": "Main"}).a["aria-current"] == "page"
    assert header.find("form", role="search")["action"] == "/en/search/"
    words = footer.text
    for part in ("We work together.", "Join the Alliance", "Cooperate as NGO", "Follow us", "Ana", "Secretary"):
        assert part in words
    for part in ("Please note", "The words explain.", "Privacy", "Lines on maps"):
        assert part in words
    assert footer.find("time")["datetime"] == "2026-11-01"
    targets = {link["href"] for link in footer.find_all("a")}
    assert {"https://f.example/", "mailto:role@example.org", "tel:+33388", "/en/about/"} <= targets


def test_the_head_tells_machines_what_the_page_is(read, framed):
    head = read("/en/about/").head
    assert head.title.text == "About | The Alliance"
    assert head.find("meta", attrs={"name": "description"})["content"] == "Who we are."
    assert head.find("link", rel="canonical")["href"].endswith("/en/about/")
    alternates = {link["hreflang"]: link["href"] for link in head.find_all("link", hreflang=True)}
    assert set(alternates) == {"en", "fr", "x-default"}
    assert head.find("meta", property="og:title")["content"] == "About"
    assert head.find("meta", attrs={"name": "color-scheme"})
    data = head.find_all("script", type="application/ld+json")
    assert data
    for block in data:
        json.loads(block.string)


def test_the_page_can_be_skipped_to_its_content(read, framed):
    page = read("/en/about/")
    first = page.body.find("a")
    assert first["href"] == "#content"
    assert page.find(id="content").name == "main"
    assert len(page.find_all("h1")) == 1


def test_nothing_on_the_page_needs_a_script_or_a_style_of_its_own(read, framed):
    page = read("/en/about/")
    assert not page.find_all(style=True)
    assert not page.find_all("style")
    assert not [tag for tag in page.find_all(True) if any(name.startswith("on") for name in tag.attrs)]


def test_the_switcher_says_where_there_is_no_translation():
    links = [
        LanguageLink("en", "English", "/en/x/", current=True),
        LanguageLink("fr", "Français", "/fr/x/"),
        LanguageLink("rom", "Romani čhib", "/rom/", available=False),
        LanguageLink("de", "Deutsch", "/de/", available=False),
    ]
    page = BeautifulSoup(render_to_string("components/language_switcher.html", {"languages": links}), "html.parser")
    entries = [re.sub(r"\s+", " ", entry.text.strip()) for entry in page.find_all("li")]
    assert entries == ["English", "Français", "Not translated yet, start page only:", "Romani čhib", "Deutsch"]
    french = page.find("a", hreflang="fr")
    assert (french["lang"], french["href"]) == ("fr", "/fr/x/")
    assert page.find("a", attrs={"aria-current": True}).text == "English"


def test_many_languages_fold_away():
    links = [
        LanguageLink(code, code, f"/{code}/", current=code == "en")
        for code in ("en", "fr", "de", "it", "es", "ro", "hu")
    ]
    page = BeautifulSoup(render_to_string("components/language_switcher.html", {"languages": links}), "html.parser")
    assert page.details.summary.text.startswith("en")
    assert len(page.details.find_all("a")) == 7


def test_a_single_language_needs_no_switcher():
    links = [LanguageLink("en", "English", "/en/", current=True)]
    assert not render_to_string("components/language_switcher.html", {"languages": links}).strip()


def test_an_address_that_leads_nowhere_helps_the_reader_on(read, framed):
    page = read("/fr/nulle-part/", 404)
    assert page.html["lang"] == "fr"
    assert page.main.find("form", role="search")["action"] == "/fr/search/"
    assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"


@pytest.mark.parametrize(
    ("participants", "countries", "sentence"),
    [
        (13, 8, "13 cities and regions from 8 countries"),
        (1, 1, "1 city or region from one country"),
        (3, 1, "3 cities and regions from one country"),
        (0, 0, ""),
    ],
)
def test_the_counter_is_a_sentence(participants, countries, sentence):
    counter = {"participants": participants, "countries": countries}
    html = render_to_string("frame/counter.html", {"counter": counter, "head": {"lang": "en"}})
    assert re.sub(r"\s+", " ", BeautifulSoup(html, "html.parser").text).strip() == sentence


@pytest.mark.parametrize("code", ["en", "fr", "rom", "de"])
def test_the_page_for_a_broken_site_speaks_every_language_and_asks_no_database(code):
    html = render_to_string("500.html", {"lang": code, "dir": "ltr", "title": "Title"})
    page = BeautifulSoup(html, "html.parser")
    assert page.html["lang"] == code
    spoken = {section["lang"] for section in page.find_all("section")}
    assert spoken == {"en", "fr", "rom", "de"} - {code}
