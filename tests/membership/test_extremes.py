"""The network at its edges: nobody, one alone, all in one spot, members that have left, and odd addresses."""

import datetime
import json

import pytest
from bs4 import BeautifulSoup

from membership.models import MemberPage
from membership.queries import counts, counts_on
from seed.factories.membership import make_member, make_member_index
from tests.worlds import world


@world
def index(site_tree):
    return make_member_index(site_tree.home)


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content.decode(), "html.parser")


def test_a_network_of_nobody_says_so_everywhere(client, index):
    tree = read(client, "/en/members/")
    assert "No place is on record yet" in tree.get_text()
    assert tree.select("main .map, main table") == []
    for view in ("table", "cards", "list"):
        assert "No place is on record yet" in read(client, f"/en/members/?view={view}").get_text()
    assert json.loads(client.get("/en/data/members.geojson").content)["features"] == []
    assert json.loads(client.get("/en/data/members.json").content)["count"] == 0
    for name in ("members", "signatories"):
        assert len(client.get(f"/en/data/{name}.csv").content.decode("utf-8-sig").splitlines()) == 1
    assert read(client, "/en/data/").select("h1")
    assert client.get("/en/members/country/at/").status_code == 404
    assert client.get("/en/members/?page=2").status_code == 404


def test_one_alone_is_one_mark_and_one_row(client, index):
    make_member(index, "Innsbruck")
    tree = read(client, "/en/members/")
    assert [mark["aria-label"] for mark in tree.select(".map__pins .map__mark")] == ["Innsbruck"]
    assert "1 participant, 0 signatories" in tree.select_one(".map__pins")["aria-label"]
    assert len(tree.select("main table tbody tr")) == 1
    assert "1 place, counted" in " ".join(tree.select_one(".record").get_text().split())


def test_many_in_one_spot_are_one_mark_that_leads_to_their_list(client, index):
    for number in range(70):
        make_member(index, f"District {number}", lat=48.2, lon=16.4)
    (mark,) = read(client, "/en/members/").select(".map__pins .map__mark")
    narrowest = read(client, mark["href"])
    while narrowest.select(".map__pins .map__mark"):
        (mark,) = narrowest.select(".map__pins .map__mark")
        narrowest = read(client, mark["href"])
    assert "70 of 70" in narrowest.select_one(".members__count").get_text()
    assert narrowest.select_one("a[rel=next]")


@pytest.mark.parametrize("query", ["page=2", "page=0", "page=-1", "page=x", "page=9999999999999999999", "page=1e3"])
def test_a_page_beyond_the_list_is_not_found(client, index, query):
    make_member(index, "Innsbruck")
    assert client.get(f"/en/members/?{query}").status_code == 404


@pytest.mark.parametrize(
    "query",
    ["country=ZZ", "country=at%00", "kind=x", "state=former", "state=interest", "size=99", "size=-1", "theme=%27--",
     "sort=x", "view=x", "at=1,2", "at=1,2,3,4", "at=a,b,c", "at=99999,99999,99999", "country=AT&country=ZZ",
     "name=%00", "name=%F0%9F%8F%99", "name=" + "%25" * 90],
)  # fmt: skip
def test_filters_that_mean_nothing_get_an_answer(client, index, query):
    make_member(index, "Innsbruck")
    read(client, f"/en/members/?{query}")


def test_filters_work_together(client, index):
    make_member(index, "Innsbruck", population=130_000, population_year=2020)
    make_member(index, "Graz", kind="region", states=("signatory",))
    make_member(index, "Lyon", country="FR", states=("participant", "signatory"))
    tree = read(client, "/en/members/?country=at&kind=city&state=participant&size=4&name=inns&sort=size&view=list")
    assert [link.get_text() for link in tree.select(".members__list li > a")] == ["Innsbruck"]
    tree = read(client, "/en/members/?state=signatory&view=list")
    assert [link.get_text() for link in tree.select(".members__list li > a")] == ["Graz", "Lyon"]
    tree = read(client, "/en/members/?country=FR&kind=region")
    assert "No place fits these filters" in tree.get_text()


def test_who_has_left_is_counted_on_former_days_only(client, index):
    left = ({"kind": "participant", "date": "2013-03-20"}, {"kind": "withdrawn", "date": "2019-06-30"})
    make_member(index, "Lyon", country="FR", states=left)
    make_member(index, "Innsbruck", states=({"kind": "participant", "date": "2015-01-01"},))
    days = [datetime.date(*parts) for parts in ((2013, 3, 19), (2013, 3, 20), (2015, 6, 1), (2019, 6, 30))]
    assert [counts_on(day)[:2] for day in days] == [(0, 0), (1, 1), (2, 2), (1, 1)]
    assert counts()[:2] == (1, 1)
    assert "Lyon" not in client.get("/en/members/?view=table").content.decode()
    assert "Lyon" not in client.get("/en/data/members.csv").content.decode()
    page = MemberPage.objects.get(title="Lyon")
    assert "leaves the Alliance" in read(client, page.url).get_text()
