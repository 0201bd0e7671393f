"""One number everywhere: what an import brings is what every counter, map, list and file says, in every language."""

import csv
import io
import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import Page

from accounts.models import User
from membership.imports.undoing import undo_import
from seed.factories.pages import make_page, translate_page
from tests.membership.imports.files import COUNTRIES, line, lines
from tests.worlds import world

LISTS = {"en": "/en/members/", "fr": "/fr/membres/"}
NUMBERS = "/en/numbers/"
FIGURES = {"title": "", "show": ["participants", "countries"], "as_of": None}


@world
def texts(index, site_tree):
    """Front pages with the map and its numbers, and a page with a block of live figures, in both languages."""
    for pk in [each.pk for each in site_tree.homes.values()]:
        home = Page.objects.get(pk=pk).specific
        home.body = [{"type": "map_teaser", "value": {"title": "The network", "with_facts": True}}]
        home.save_revision().publish()
    page = make_page(site_tree.home, "Numbers", slug="numbers", body=[{"type": "live_figures", "value": FIGURES}])
    translate_page(page, "fr", title="Chiffres", slug="chiffres")
    return page


@pytest.fixture
def read(client):
    """Fetch a page: a function of an address."""

    def read(address):
        response = client.get(address)
        assert response.status_code == 200, address
        return BeautifulSoup(response.content.decode(), "html.parser")

    return read


def numbers(text):
    return [int(number) for number in re.findall(r"\d+", text)]


def marks(tree):
    """How many places the map shows: single marks, what the others hold, and what stands only in the list."""
    held = [int(each.get_text()) for each in tree.select(".map__pins .cluster__count")]
    notes = [each.get_text().strip() for each in tree.select("figcaption > span")]
    left_out = [numbers(note)[0] for note in notes if note[:1].isdigit()]
    return len(tree.select(".map__pins .map__mark")) - len(held) + sum(held) + sum(left_out)


def listed(read, address, selector):
    """The places of all pages of a view of the directory."""
    found, tree = [], read(address)
    while tree:
        found += [link["href"] for link in tree.select(selector)]
        following = tree.select_one("a[rel=next]")
        tree = read(address.split("?")[0] + following["href"][following["href"].index("?") :]) if following else None
    return found


def countries_of(read, address):
    """The countries that the filter offers with their numbers, and the figures of their pages."""
    offered = [each for each in read(address).select("#filter-country option") if each.get("value")]
    figures = [read(f"{address}country/{each['value'].lower()}/").select_one("dl.facts dd") for each in offered]
    return [numbers(each.get_text())[-1] for each in offered], [int(each.get_text()) for each in figures]


def said(read, code):
    """What pages say in one language: name of the place to (places, countries)."""
    address, texts = LISTS[code], "/fr/chiffres/" if code == "fr" else NUMBERS
    tree, front, page = read(address), read(f"/{code}/"), read(texts)
    offered, figures = countries_of(read, address)
    counter = numbers(tree.select_one(".footer__counter").get_text()) if tree.select_one(".footer__counter") else [0, 0]
    figures_of_front = [int(each.get_text()) for each in front.select("dl dd")]
    return {
        "frame": tuple(counter),
        "front page": (figures_of_front[0], figures_of_front[2]),
        "live figures": tuple(int(each.get_text()) for each in page.select(".live-figures dd")),
        "filter": (sum(offered), len(offered)),
        "pages of countries": (sum(figures), len(figures)),
        **{name: (count, None) for name, count in shown(read, code).items()},
    }


def shown(read, code):
    address = LISTS[code]
    return {
        "heading": numbers(read(address).select_one(".record").get_text())[0],
        "map": marks(read(address)),
        "map of the front page": marks(read(f"/{code}/")),
        "table": len(set(listed(read, f"{address}?view=table", "main table th a"))),
        "cards": len(set(listed(read, f"{address}?view=cards", ".members__card h3 a"))),
        "list": len(set(listed(read, f"{address}?view=list", ".members__list li > a"))),
    }


def filed(client, code):
    """What the files say in one language: name to (places, countries)."""
    members = client.get(f"/{code}/data/members.json").json()
    features = client.get(f"/{code}/data/members.geojson").json()
    text = client.get(f"/{code}/data/members.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    places = [one["properties"] for one in features["features"]]
    assert (members["count"], features["count"]) == (len(members["members"]), len(places))
    found = {"json": members["members"], "geojson": places, "csv": rows}
    return {name: (len(each), len({one["country"] for one in each})) for name, each in found.items()}


def exported(admin_client):
    text = admin_client.get(reverse("membership_export", args=["csv"])).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    book = load_workbook(io.BytesIO(admin_client.get(reverse("membership_export", args=["xlsx"])).content))
    cells = list(book.active.values)[1:]
    return [(len(rows), len({row["country"] for row in rows})), (len(cells), len({row[2] for row in cells}))]


def everything(client, read, code):
    return said(read, code) | filed(client, code)


def test_130_authorities_from_29_countries_are_130_and_29_everywhere(client, read, bring, texts, admin_client):
    before = {code: everything(client, read, code) for code in LISTS}
    rows = [*lines(), line("Atlantis", country="ZZ")]
    rows[1][4] = rows[1][5] = ""
    rows[2][0] = "=1+1"
    assert {row[2] for row in rows[:130]} == set(COUNTRIES)
    run, report = bring(rows)
    assert report.summary["created"] == 130
    for code in LISTS:
        found = everything(client, read, code)
        wrong = {name: told for name, told in found.items() if told not in ((130, 29), (130, None))}
        assert wrong == {}, code
    assert exported(admin_client) == [(130, 29)] * 2
    undo_import(run)
    assert {code: everything(client, read, code) for code in LISTS} == before
    assert exported(admin_client) == [(0, 0)] * 2
    assert User.objects.count() == 1
