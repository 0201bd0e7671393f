"""The directory: names in any form, filters, orders, views, shared addresses, and whatever strangers send."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from membership.blocks import PracticeBlock
from membership.models import MemberName, MemberPage, MemberRow
from membership.publishing import rebuild
from news.models import Theme
from seed.factories.membership import make_member, make_member_index
from seed.factories.pages import translate_page
from tests.worlds import world

NAMES = [
    {"title": "Şişli", "country": "TR", "local_name": "Şişli", "local_language": "tr", "population": 270_000},
    {"title": "Korçë", "country": "AL", "local_name": "Korçë", "local_language": "sq", "population": 51_000},
    {"title": "Iași", "country": "RO", "local_name": "Iași", "local_language": "ro"},
    {"title": "Megara", "country": "GR", "local_name": "Μέγαρα", "local_language": "el", "population": 9_000},
    {"title": "Kragujevac", "country": "RS", "local_name": "Крагујевац", "local_language": "sr-Cyrl"},
    {"title": "Lviv", "country": "UA", "local_name": "Львів", "local_language": "uk", "states": ("signatory",)},
    {"title": "Łódź", "country": "PL"},
    {"title": "Münster", "country": "DE"},
    {"title": "L’Hospitalet de Llobregat", "country": "ES", "kind": "municipality"},
    {"title": "Vienna", "country": "AT", "lat": 48.21, "lon": 16.37},
    {"title": "Köln", "country": "DE", "lat": 50.94, "lon": 6.96},
    {"title": "St. Pölten", "country": "AT"},
    {"title": "Đakovo", "country": "HR"},
    {"title": "Cluj-Napoca", "country": "RO", "lat": None, "lon": None},
]


@world
def index(site_tree):
    found = make_member_index(site_tree.home)
    for fields in NAMES:
        make_member(found, **{"population_year": 2020 if fields.get("population") else None, **fields})
    return found


def read(client, index, query=""):
    response = client.get(index.url + query)
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser")


def places(tree):
    return [link.get_text() for link in tree.select("table tbody th a")]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Sisli", "Şişli"),
        ("ŞİŞLİ", "Şişli"),
        ("sisli", "Şişli"),
        ("Korce", "Korçë"),
        ("korçe", "Korçë"),
        ("Iasi", "Iași"),
        ("Iaşi", "Iași"),
        ("Μέγαρα", "Megara"),
        ("μεγαρα", "Megara"),
        ("Megara", "Megara"),
        ("Крагујевац", "Kragujevac"),
        ("КРАГУЈЕВАЦ", "Kragujevac"),
        ("Kragujevac", "Kragujevac"),
        ("Lwów", "Lviv"),
        ("Lviv", "Lviv"),
        ("Львов", "Lviv"),
        ("Lodz", "Łódź"),
        ("Munster", "Münster"),
        ("Muenster", "Münster"),
        ("hospitalet llobregat", "L’Hospitalet de Llobregat"),
        ("L'Hospitalet", "L’Hospitalet de Llobregat"),
        ("lhospitalet", "L’Hospitalet de Llobregat"),
        ("Wien", "Vienna"),
        ("Beč", "Vienna"),
        ("Cologne", "Köln"),
        ("Koeln", "Köln"),
        ("Кёльн", "Köln"),
        ("Sankt Pölten", "St. Pölten"),
        ("st poelten", "St. Pölten"),
        ("Djakovo", "Đakovo"),
        ("cluj napoca", "Cluj-Napoca"),
        ("clujnapoca", "Cluj-Napoca"),
        ("Cluj\u2011Napoca", "Cluj-Napoca"),
        ("Klausenburg", "Cluj-Napoca"),
    ],
)
def test_a_place_is_found_by_any_form_of_its_name(client, index, name, found):
    lviv = MemberPage.objects.get(title="Lviv")
    for other in ("Lwów", "Львов"):
        MemberName.objects.create(page=lviv, name=other, use="other", locale=lviv.locale)
    assert places(read(client, index, f"?view=table&name={name}")) == [found]


def test_foreign_names_count_as_whole_words_and_near_the_city_only(client, index):
    make_member(index, "Neapel", country="IT", lat=45.1, lon=9.2)
    assert places(read(client, index, "?view=table&name=Napoli")) == []
    assert places(read(client, index, "?view=table&name=Colog")) == []


def test_a_foreign_title_finds_the_place_in_every_language(client, index, site_tree):
    translate_page(index, "fr", title="Villes et régions", slug="membres")
    translate_page(MemberPage.objects.get(title="Megara"), "fr", title="Mégare", slug="megare")
    assert places(read(client, index, "?name=megare")) == ["Megara"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?kind=municipality", ["L’Hospitalet de Llobregat"]),
        ("?state=signatory", ["Lviv"]),
        ("?size=1", ["Megara"]),
        ("?size=2", []),
        ("?size=3", ["Korçë"]),
        ("?size=4", ["Şişli"]),
        ("?country=gr&kind=city", ["Megara"]),
        ("?size=1&country=TR", []),
    ],
)
def test_filters_narrow_the_directory(client, index, query, found):
    assert places(read(client, index, query)) == found


def test_orders(client, index):
    assert places(read(client, index, "?sort=size&view=table"))[:3] == ["Şişli", "Korçë", "Megara"]
    assert places(read(client, index, "?sort=country&view=table"))[:3] == ["Korçë", "St. Pölten", "Vienna"]
    assert places(read(client, index, "?view=table"))[:3] == ["Cluj-Napoca", "Đakovo", "Iași"]


@pytest.mark.parametrize("view", ["table", "cards", "list"])
def test_views_hold_the_same_places_and_can_be_shared(client, index, view):
    tree = read(client, index, f"?view={view}&country=TR")
    assert "Şişli" in [link.get_text() for link in tree.select("main li a, main th a")]
    assert [link.get_text() for link in tree.select(".members__views [aria-current]")]
    assert f"view={view}" in tree.select(".members__count a")[0]["href"]
    assert tree.select("link[rel=canonical]")[0]["href"].endswith(index.url)


@pytest.mark.parametrize(
    "query",
    [
        "?country=ZZ", "?country=%00", "?kind=castle", "?state=nonsense", "?size=99", "?size=²", "?sort=;drop",
        "?view=%3Cscript%3E", "?at=1,2", "?at=NaN,1,1", "?at=99999,1,100", "?at=1,1,-5", "?at=٣,1,100",
        "?theme=00000000-0000-0000-0000-000000000000",
    ],
)  # fmt: skip
def test_a_value_that_does_not_exist_is_said_and_passed_over(client, index, query):
    tree = read(client, index, query)
    assert len(tree.select("table tbody tr")) == len(NAMES) or "view" in query
    assert "%00" in query or tree.select(".members__unknown")


@pytest.mark.parametrize(
    "query",
    [
        "?name=%00",
        "?name=%F0%9F%A6%84",
        "?name=%25_%27%22--",
        "?name=" + "x" * 5000,
        "?name=%ED%A0%80",
        "?name=&name=a",
    ],
)
def test_strange_names_give_words(client, index, query):
    assert read(client, index, query).select("h1")


def test_a_page_that_does_not_exist_is_not_found(client, index):
    assert client.get(f"{index.url}?page=99").status_code == 404
    assert client.get(f"{index.url}?page=nonsense").status_code == 404


def test_a_name_that_is_nearly_right_gets_suggestions(client, index):
    tree = read(client, index, "?name=Kragujevatz")
    assert places(tree) == []
    assert "Did you mean: Kragujevac" in " ".join(tree.get_text().split())
    assert "Did you mean" not in read(client, index, "?name=Seville").get_text()


def test_a_theme_of_practices_narrows_the_directory(client, index, site_tree):
    theme = Theme.objects.create(title="Education", slug="education", locale=site_tree.locale("en"))
    page = MemberPage.objects.get(title="Korçë")
    value = {"title": "Mediators", "theme": str(theme.translation_key), "text": "They help.", "first_year": 2014}
    page.practices = [{"type": "practice", "value": value}]
    page.save_revision().publish()
    tree = read(client, index, f"?theme={theme.translation_key}")
    assert places(tree) == ["Korçë"]
    assert "Education (1)" in tree.select("#filter-theme")[0].get_text()
    profile = client.get(page.url).content.decode()
    assert "Mediators" in profile
    assert "since 2014" in profile
    assert "Education" in profile


@pytest.mark.parametrize(
    ("fields", "name"), [({"last_year": 2010}, "last_year"), ({"email": "nobody"}, "email"), ({"title": ""}, "title")]
)
def test_a_practice_that_contradicts_itself_is_refused(db, fields, name):
    block = PracticeBlock()
    value = block.to_python({"title": "A", "text": "B", "first_year": 2014, "last_year": None, **fields})
    with pytest.raises(ValidationError) as caught:
        block.clean(value)
    assert name in caught.value.block_errors


def test_every_filter_stays_in_its_budget(client, index, django_assert_max_num_queries):
    client.get("/en/")
    for query in ("", "?country=TR", "?name=sisli", "?view=cards&size=1", "?at=300,300,300", "?sort=country"):
        with django_assert_max_num_queries(8):
            client.get(index.url + query)


def test_the_index_can_be_written_anew(index):
    before = list(MemberRow.objects.order_by("locale_id", "by_name").values_list("name", "words", "state"))
    assert rebuild() == len(NAMES)
    assert list(MemberRow.objects.order_by("locale_id", "by_name").values_list("name", "words", "state")) == before
