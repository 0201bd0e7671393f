"""The list of members and the page of a member, as readers and machines get them."""

import json
import re

import pytest
from bs4 import BeautifulSoup

from news.models import NewsIndexPage, NewsPage, StoryMember
from seed.factories.membership import make_member, make_member_index
from seed.factories.pages import translate_page
from tests.worlds import world

BUDGET = 12
KRAGUJEVAC = {
    "country": "RS",
    "lat": 44.0167,
    "lon": 20.9167,
    "local_name": "Крагујевац",
    "local_language": "sr",
    "summary": "The 122nd participant.",
}
STATES = (
    {"kind": "prize", "date": "2015-01-01", "precision": "year", "note": "Second place of the fifth Dosta! Prize."},
    {
        "kind": "participant",
        "date": "2014-03-01",
        "precision": "month",
        "number": 122,
        "source_url": "http://www.roma-alliance.org/",
    },
    {"kind": "interest", "date": "2012-12-17"},
)


@world
def index(site_tree):
    return make_member_index(site_tree.home, introduction="Each place is here with its record.")


@world
def city(index):
    return make_member(index, "Kragujevac", states=STATES, **KRAGUJEVAC)


def read(client, page, query=""):
    response = client.get(page.url + query)
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser")


def warm(client):
    """Let the process learn what it keeps for all requests: the site and its languages."""
    client.get("/en/")


def words(element):
    return re.sub(r"\s+", " ", element.get_text()).strip()


def places(tree):
    return [words(cell) for cell in tree.select("table tbody th a")]


def test_the_page_says_what_the_city_is_and_since_when(client, city):
    tree = read(client, city)
    text = words(tree.select("main")[0])
    assert [words(title) for title in tree.select("h1")] == ["Kragujevac"]
    assert "Participant since March 2014" in text
    assert "Participant, number 122" in text
    assert "Serbia" in text


def test_the_local_name_carries_its_language(client, city):
    name = read(client, city).select(".member__local")[0]
    assert (name.get("lang"), name.get("dir"), words(name)) == ("sr", "ltr", "Крагујевац")


def test_the_timeline_runs_forward_and_keeps_interest_to_itself(client, city):
    steps = read(client, city).select(".timeline > li")
    assert [step["class"] for step in steps] == [["joined"], ["won"]]
    assert [step.select("time")[0].get("datetime") for step in steps] == ["2014-03", "2015"]
    assert "Kragujevac becomes participant number 122 of the Alliance" in words(steps[0])
    assert "Source: roma-alliance.org" in words(steps[0])
    assert "Second place of the fifth Dosta! Prize." in words(steps[1])


def test_the_small_map_has_a_text_alternative(client, city):
    drawing = read(client, city).select(".map--small svg")[0]
    assert drawing.get("aria-label") == "Small map: Kragujevac in Serbia."
    assert drawing.get("width")
    assert drawing.get("height")


def test_other_members_of_the_country_are_named(client, index, city):
    make_member(index, "Niš", country="RS", states=("signatory",))
    make_member(index, "Lille", country="FR")
    near = read(client, city).select("aside.city")[0]
    assert words(near.select("h2")[0]) == "Also in Serbia"
    assert [words(item) for item in near.select("li")] == ["Niš Signatory"]


def test_a_city_of_another_language_has_its_dates_in_that_language(client, index, city):
    translate_page(index, "fr", title="Villes et régions", slug="membres")
    french = translate_page(city, "fr", slug="kragujevac")
    tree = read(client, french)
    assert "mars 2014" in words(tree.select(".timeline")[0])
    assert "Serbie" in words(tree.select("main")[0])
    assert tree.html["lang"] == "fr"


def test_a_draft_is_not_there_for_readers(client, index):
    draft = make_member(index, "Budapest", states=(), country="HU", live=False)
    assert client.get(f"{index.url}{draft.slug}/").status_code == 404
    assert "Budapest" not in places(read(client, index))


def test_machines_read_a_place_with_its_position(client, city):
    blocks = [json.loads(block.string) for block in read(client, city).select("script[type='application/ld+json']")]
    place = next(block for block in blocks if block["@type"] == "City")
    assert place["name"] == "Kragujevac"
    assert place["alternateName"] == "Крагујевац"
    assert place["geo"] == {"@type": "GeoCoordinates", "latitude": 44.0167, "longitude": 20.9167}
    assert place["containedInPlace"] == {"@type": "Country", "name": "Serbia", "identifier": "RS"}
    crumbs = next(block for block in blocks if block["@type"] == "BreadcrumbList")
    assert [crumb["name"] for crumb in crumbs["itemListElement"]][-2:] == ["Cities and regions", "Kragujevac"]


def test_a_region_is_an_administrative_area(client, index):
    region = make_member(index, "Andalusia", country="ES", kind="region")
    assert '"AdministrativeArea"' in client.get(region.url).content.decode()


def test_the_list_and_the_map_hold_the_same_places(client, index, city):
    make_member(index, "Lviv", country="UA", lat=49.84, lon=24.02, states=("signatory",))
    make_member(index, "Southwark", country="GB", lat=None, lon=None)
    tree = read(client, index)
    assert places(tree) == ["Kragujevac", "Lviv", "Southwark"]
    drawing = tree.select(".map svg[role=group]")[0]
    assert [link.get("aria-label") for link in drawing.select("a")] == ["Lviv", "Kragujevac"]
    assert len(drawing.select(".pin")) == 1
    assert len(drawing.select(".pin-s")) == 1
    assert drawing.get("aria-label").startswith("Map of Europe: 2 participants, 1 signatory.")
    picture = tree.select(".map img")[0]
    assert (picture.get("width"), picture.get("height"), picture.get("alt")) == ("960", "832", "")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Kragujevac", "Lviv", "Şişli"]),
        ("?country=UA", ["Lviv"]),
        ("?country=ua", ["Lviv"]),
        ("?state=signatory", ["Lviv", "Şişli"]),
        ("?state=signatory&country=TR", ["Şişli"]),
        ("?name=sisli", ["Şişli"]),
        ("?name=КРАГУЈЕВАЦ", ["Kragujevac"]),
        ("?country=ZZ&state=nonsense", ["Kragujevac", "Lviv", "Şişli"]),
        ("?state=participant&country=TR", []),
    ],
)
def test_the_filters_narrow_the_list(client, index, city, query, found):
    make_member(index, "Lviv", country="UA", states=("signatory",))
    make_member(index, "Şişli", country="TR", states=("signatory",))
    assert places(read(client, index, query)) == found


def test_the_form_shows_what_was_chosen_and_a_way_back(client, index, city):
    tree = read(client, index, '?country=RS&name=%3Cb%3E"x')
    assert [option.get("value") for option in tree.select("option[selected]")] == ["RS", "name"]
    assert tree.select("#filter-name")[0].get("value") == '<b>"x'
    assert words(tree.select(".members__count")[0]).startswith("0 of 1 places")
    assert tree.select(".members__count a")[0].get("href") == index.url
    assert "“Country: RS”" not in words(tree)
    assert "No place fits these filters" in words(tree)


def test_the_list_says_when_it_was_counted(client, index, city):
    text = words(read(client, index).select("header .record")[0])
    assert re.fullmatch(r"1 place, counted from the records on \d{1,2} \w+ \d{4}", text)


def test_a_story_about_the_city_is_named_on_its_page(client, site_tree, city):
    news = site_tree.home.add_child(instance=NewsIndexPage(title="News", slug="news"))
    story = NewsPage(title="Kragujevac joins", slug="joins", date="2014-03-24", kind="new_participant")
    story.story_members = [StoryMember(member=city)]
    news.add_child(instance=story)
    news.add_child(instance=NewsPage(title="Another story", slug="another", date="2014-03-24"))
    assert [words(link) for link in read(client, city).select(".timeline h3 a")] == ["Kragujevac joins"]


def test_a_reader_gets_no_cookie_and_no_inline_style_or_script(client, index, city):
    for page in (index, city):
        response = client.get(page.url)
        text = response.content.decode()
        assert not response.cookies
        assert " style=" not in text
        assert "csrf" not in text
        scripts = set(re.findall(r"<script([^>]*)>", text)) - {' type="application/ld+json"'}
        assert [each for each in scripts if not re.fullmatch(r' type="module" src="/static/[^":]+"', each)] == []


def test_a_page_not_translated_is_named_in_its_own_language(client, index, city):
    french = translate_page(index, "fr", title="Villes et régions", slug="membres")
    link = read(client, french).select("table tbody th a")[0]
    assert (link.get("lang"), link.get("hreflang"), link.get("href")) == ("en", "en", city.url)


def test_the_page_stays_in_its_budget(client, index, city, django_assert_max_num_queries):
    for number in range(8):
        make_member(index, f"Town {number}", country="RS", states=("signatory",))
    warm(client)
    with django_assert_max_num_queries(BUDGET):
        client.get(city.url)


def test_a_list_of_108_stays_in_its_budget(client, index, django_assert_max_num_queries):
    for number in range(108):
        make_member(index, f"Town {number}", states=("signatory", "participant"), country=("AT", "RS")[number % 2])
    warm(client)
    with django_assert_max_num_queries(BUDGET):
        assert client.get(index.url).status_code == 200
