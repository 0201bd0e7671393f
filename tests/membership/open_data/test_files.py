"""Open data about members: valid by their schemas, the same for every program, and nothing that is not public."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from wagtail.models import PageViewRestriction

from membership.imports.running import dry_run
from membership.models import MemberPage
from seed.factories.membership import make_member, make_member_index
from seed.factories.pages import translate_page
from tests.membership.imports.files import line, lines
from tests.worlds import world

SCHEMA = Path(__file__).resolve().parents[3] / "membership" / "open_data" / "schema"
FILES = ("members.json", "members.geojson", "members.csv", "signatories.csv")
GEOJSON_KEYS = {"type", "features", "schema", "language", "licence", "attribution", "count"}


@world
def index(site_tree):
    index = make_member_index(site_tree.home)
    translate_page(index, "fr", title="Villes et régions", slug="membres")
    vienna = make_member(
        index, "Vienna", states=({"kind": "participant", "date": "2013-04-01", "precision": "month", "number": 7},
                                 {"kind": "signatory", "date": "2019-05-06"}), local_name="Wien", local_language="de",
        population=1_900_000, population_year=2021, website="https://www.wien.example/",
    )  # fmt: skip
    translate_page(vienna, "fr", title="Vienne", slug="vienne")
    make_member(index, "Şişli", country="TR", states=("signatory", "interest"), lat=None, lon=None)
    make_member(index, "Budapest", country="HU", states=("interest",), live=False)
    make_member(index, "Lyon", country="FR", states=("participant", {"kind": "withdrawn", "date": "2019-05-01"}))
    hidden = make_member(index, "Lille", country="FR")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    return index


def rows(response):
    text = response.content.decode()
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def check(data, name):
    schema = json.loads((SCHEMA / name).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    validator.validate(data)


def test_members_are_valid_json_in_the_language_of_the_address(client, index):
    english, french = client.get("/en/data/members.json").json(), client.get("/fr/data/members.json").json()
    for data in (english, french):
        check(data, "members.schema.json")
    assert [one["name"] for one in english["members"]] == ["Şişli", "Vienna"]
    assert [one["name"] for one in french["members"]] == ["Şişli", "Vienne"]
    vienna, vienne = english["members"][1], french["members"][1]
    assert vienna["id"] == vienne["id"]
    assert vienne["url"].endswith("/fr/membres/vienne/")
    assert vienne["country_name"] == "Autriche"
    assert (vienna["since"], vienna["number"], vienna["signed_on"]) == ("2013-04", 7, "2019-05-06")
    assert (french["members"][0]["language"], french["count"]) == ("en", 2)


def test_geojson_is_as_rfc_7946_has_it(client, index):
    response = client.get("/en/data/members.geojson")
    assert response.headers["Content-Type"] == "application/geo+json"
    data = response.json()
    check(data, "members.geojson.schema.json")
    assert set(data) == GEOJSON_KEYS
    by_name = {one["properties"]["name"]: one for one in data["features"]}
    assert by_name["Vienna"]["geometry"]["coordinates"] == [11.3945, 47.2627]
    assert by_name["Şişli"]["geometry"] is None


def test_nothing_that_is_not_public_is_in_any_file(client, index):
    for name in FILES:
        for language in ("en", "fr"):
            text = client.get(f"/{language}/data/{name}").content.decode()
            assert not {word for word in ("Budapest", "Lyon", "Lille", "interest") if word in text}, name


def test_csv_is_read_by_spreadsheets_and_is_safe_in_them(client, index):
    make_member(
        index,
        '=HYPERLINK("https://evil.example")',
        country="GR",
        lat=-3.5,
        lon=-5.5,
        local_name="+1",
        local_language="el",
    )
    response = client.get("/en/data/members.csv")
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert b"\r\n" in response.content
    found = {one["country"]: one for one in rows(response)}
    assert found["GR"]["name"].startswith("'=HYPERLINK")
    assert found["GR"]["local_name"] == "'+1"
    assert found["GR"]["lon"] == "-5.5"
    assert found["TR"]["name"] == "Şişli"
    assert found["AT"]["date"] == "2013-04"
    assert client.get("/en/data/members.json").json()["members"][0]["name"].startswith("=")


def test_signatories_are_all_who_have_signed(client, index):
    assert [(one["name"], one["date"]) for one in rows(client.get("/en/data/signatories.csv"))] == [
        ("Şişli", ""), ("Vienna", "2019-05-06"),
    ]  # fmt: skip


def test_a_country_has_files_of_its_own(client, index):
    assert [one["name"] for one in client.get("/en/data/at/members.json").json()["members"]] == ["Vienna"]
    assert client.get("/en/data/AT/members.geojson").json()["count"] == 1
    assert rows(client.get("/fr/data/tr/signatories.csv"))[0]["country_name"] == "Turquie"
    assert client.get("/en/data/de/members.json").json()["members"] == []
    assert client.get("/en/data/us/members.json").status_code == 404


@pytest.mark.parametrize("name", FILES)
def test_an_unchanged_file_is_not_sent_again(client, index, name):
    first = client.get(f"/en/data/{name}")
    again = client.get(f"/en/data/{name}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    make_member(index, "Graz", states=("participant", "signatory"))
    changed = client.get(f"/en/data/{name}", headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200
    assert "Graz" in changed.content.decode()


def test_other_origins_may_fetch_the_files_and_nothing_else(client, index):
    for path in ("/en/data/members.json", "/en/data/members.schema.json"):
        response = client.get(path)
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert not response.cookies
        asked = client.options(path)
        assert (asked.status_code, asked.headers["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, OPTIONS")
    for path in ("/en/data/", "/en/members/"):
        assert "Access-Control-Allow-Origin" not in client.get(path).headers
    assert client.post("/en/data/members.json").status_code == 405
    assert client.head("/en/data/members.json").status_code == 200


def test_many_members_take_no_more_queries(client, index, bring, django_assert_max_num_queries):
    bring(lines(150))
    for name in FILES:
        with django_assert_max_num_queries(8):
            assert client.get(f"/fr/data/{name}").status_code == 200


def test_the_file_can_be_corrected_and_brought_back(client, index):
    report = dry_run(client.get("/en/data/members.csv").content)
    assert report.summary == {"created": 0, "updated": 0, "unchanged": 2, "refused": 0, "warnings": 1}


def test_the_page_describes_every_file_in_the_language_of_the_reader(client, index):
    for language, words in (("en", "Open data"), ("fr", "Données ouvertes")):
        html = client.get(f"/{language}/data/").content.decode()
        assert words in html
        for name in (*FILES, "members.schema.json"):
            assert f'href="/{language}/data/{name}"' in html
        assert 'hreflang="fr"' in html
        assert (
            f'href="/{language}/data/"'
            in client.get(f"/{language}/{'members' if language == 'en' else 'membres'}/").content.decode()
        )
    assert client.get("/de/data/").status_code == 404


def test_unconfirmed_imports_count_in_no_file(client, index, bring):
    bring([line("Lille", "FR", state="interest", kind="region"), line("Nantes", "FR", state="")])
    assert MemberPage.objects.filter(title="Nantes").exists()
    assert client.get("/en/data/fr/members.json").json()["count"] == 0
