"""An anonymous reader walks everything that can be fetched and meets no word of a story that is not public."""

import re
from contextlib import suppress
from types import SimpleNamespace
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from news.draft_links import DraftLink
from news.models import NewsPage
from seed.factories.home import compose, section
from seed.factories.news import make_story, paragraph, quotation
from seed.factories.pages import translate_page
from seed.factories.people import make_people_index, make_person, make_quotation

from . import canaries

HOST = "http://testserver"
FEEDS = ("feed.rss", "feed.atom", "feed.json", "calendar.ics")
ADDRESSES = re.compile(r"""(?:href|src|srcset|action|url)=["']([^"'\s]+)|["' >](http://testserver/[^"'\s<]+)""")
LISTS = {"en": "/en/news/", "fr": "/fr/actualites/"}
TOPICS = {
    "en": ("theme/rights", "country/al", "country/mt", "city/tirana", "person/oppitz"),
    "fr": ("theme/droits", "country/al", "country/mt", "city/tirana", "person/oppitz"),
}
FILTERS = ("kind=prize", "theme=rights", "theme=droits", "country=al", "country=mt", "city=tirana", "person=oppitz")


@pytest.fixture
def site(newsroom, django_capture_on_commit_callbacks):
    """Public stories that name and pin the hidden ones, on a site with people, cities and a front page."""
    people = make_people_index(newsroom.home)
    translate_page(people, "fr", title="Personnes", slug="personnes")
    person = make_person(people, "Christine Oppitz-Plörer", slug="oppitz")
    translate_page(person, "fr")
    make_quotation(person, "Said for everybody")
    translate_page(newsroom.tirana.get_parent(), "fr", title="Villes", slug="villes")
    translate_page(newsroom.tirana, "fr", live=True)
    with django_capture_on_commit_callbacks(execute=True):
        hidden = canaries.plant(newsroom, person)
        public = _neighbour(newsroom, person, hidden)
    compose(newsroom.home, section("lead_story", title="Lead", story=hidden["embargo"][0].pk), section("latest_news"))
    return SimpleNamespace(newsroom=newsroom, hidden=hidden, public=public, person=person)


def _neighbour(room, person, hidden):
    links = "".join(
        f'<p><a linktype="page" id="{page.pk}">there</a></p>' for pages in hidden.values() for page in pages
    )
    public = make_story(
        room.index,
        "Neighbour",
        slug="neighbour",
        body=[paragraph(links), quotation("Said aloud")],
        themes=[room.rights],
        members=[room.tirana],
        persons=[person],
        countries=["AL"],
        tags=["papers"],
        related=[pages[0] for pages in hidden.values()],
    )
    translate_page(public, "fr", title="Voisine", slug="voisine")
    return public


def told(response):
    """Everything that an answer says, its headers too."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return f"{body.decode('utf-8', 'replace')} {dict(response.headers)}"


def leaks(address, response):
    """Whether an answer has a word of a hidden story that the reader did not bring along."""
    text, path = told(response), urlsplit(address).path
    return canaries.CANARY in text.replace(path, "").replace(path.rpartition(canaries.CANARY)[2], "").lower()


def begin():
    """The addresses to begin with; whatever they lead to is walked too."""
    for code, path in LISTS.items():
        yield from (f"/{code}/", path, f"{path}feeds/", f"/{code}/search/", f"/{code}/search/?q={canaries.SHARED}")
        yield from (f"/{code}/search.json?q={canaries.SHARED}", f"/{code}/search/suggest/?q={canaries.SHARED}")
        yield from (f"{path}{feed}" for feed in FEEDS)
        for topic in TOPICS[code]:
            yield from (f"{path}{topic}/", *(f"{path}{topic}/{feed}" for feed in FEEDS))
        yield from (f"{path}?{query}" for query in (*FILTERS, "year=2018", "year=2018&month=11", "tag=papers"))
    yield from ("/sitemap.xml", "/news-sitemap.xml", "/robots.txt", "/nothing/here/")


def led_to(address, text):
    """The addresses on this site that an answer names."""
    for found in ADDRESSES.findall(text):
        target = urlsplit(urljoin(HOST + address, urldefrag(next(filter(None, found)).replace("&amp;", "&"))[0]))
        if target.netloc == "testserver" and not target.path.startswith(("/admin/", "/static/")):
            yield target.path + (f"?{target.query}" if target.query else "")


def walk(client):
    """Visit everything once, as (address, answer); combined filters are met often and followed once."""
    waiting, seen = list(begin()), set()
    while waiting:
        address = waiting.pop()
        if address in seen or address.count("&") > 1 or ("?q=" in address and canaries.SHARED not in address):
            continue
        seen.add(address)
        response = client.get(address)
        yield address, response
        waiting += led_to(address, told(response) if not response.streaming else "")


@pytest.mark.django_db
def test_a_reader_who_walks_everything_meets_no_canary(site):
    visited = {address: leaks(address, response) for address, response in walk(Client())}
    assert [address for address, leaking in visited.items() if leaking] == []
    assert {*begin(), "/en/news/neighbour/", "/fr/actualites/voisine/", "/en/people/oppitz/", "/fr/villes/tirana/"} <= {
        *visited
    }
    assert any(address.startswith("/media/images/cards/") for address in visited)


ANSWERS = {
    "embargo": (404, 404),
    "scheduled": (404, 404),
    "private": (302, 200),
    "withdrawn": (410, 410),
    "draft": (404, 404),
    "changed": (200, 200),
}


def doors(page):
    """Every way to a story itself, but its own address."""
    link = DraftLink.objects.create(page=page)
    link.revoke()
    yield from (link.address(), f"/en/draft/{page.pk}/", f"/{page.locale.language_code}/draft/{page.pk}:x:y/")
    yield from (f"/page/{page.legacy_id}-story.html", f"/{page.locale.language_code}/page/{page.legacy_id}.html")
    for name in ("view_draft", "edit", "preview_on_edit", "history", "view_live"):
        with suppress(NoReverseMatch):
            yield reverse(f"wagtailadmin_pages:{name}", args=(page.pk,))
    for image in {page.lead_image} - {None}:
        yield from (image.file.url, f"/media/{image.file.name}")


@pytest.mark.django_db
def test_no_door_leads_to_them(site):
    client = Client()
    own_addresses(site, client)
    other_doors(site, client)
    cards(site)


def own_addresses(site, client):
    """Each answers as its state asks, and shows nothing."""
    for state, pages in site.hidden.items():
        for page, expected in zip(pages, ANSWERS[state], strict=True):
            response = client.get(page.url)
            assert (state, response.status_code) == (state, expected)
            assert not leaks(page.url, response), state
            assert state != "withdrawn" or canaries.VISIBLE in response.content.decode()


def other_doors(site, client):
    """Nothing but refusals and ways to the front door."""
    for pages in site.hidden.values():
        for address in (address for page in pages for address in doors(page)):
            response = client.get(address)
            assert response.status_code in {301, 302, 403, 404, 405}, address
            assert not leaks(address, response), address


def cards(site):
    """None is drawn of what readers may not see."""
    for state in ("embargo", "scheduled", "private", "withdrawn", "draft"):
        assert {page.card for page in map(fresh, site.hidden[state])} == {""}
    assert fresh(site.public).card


def fresh(page):
    """A story as it is stored."""
    return NewsPage.objects.get(pk=page.pk)
