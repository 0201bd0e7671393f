"""The officers' screens: import with a dry run, undo, changes of state together, exports, and the picker of a point."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from accounts.models import User
from accounts.roles import ensure_roles
from membership.import_records import MemberImport
from membership.models import MemberPage
from membership.queries import counts
from seed.factories.membership import make_member, make_member_index
from seed.factories.pages import translate_page
from tests.membership.imports.files import csv_of, line, lines
from tests.worlds import world


@world
def index(site_tree):
    index = make_member_index(site_tree.home)
    translate_page(index, "fr", title="Villes et régions", slug="membres")
    return index


def person(name, group):
    user = User.objects.create_user(name, f"{name}@example.org", "x")
    user.groups.set([one for one in ensure_roles() if one.name == group])
    return user


@pytest.fixture
def officer(client, index):
    client.force_login(person("officer", "Membership officers"))
    return client


def upload(client, content, name="list.csv"):
    return client.post(reverse("membership_imports"), {"file": SimpleUploadedFile(name, content)}, follow=True)


def addresses(run):
    return [
        reverse("membership_imports"), reverse("membership_export", args=["csv"]),
        reverse("membership_import", args=[run.pk]), reverse("membership_import_undo", args=[run.pk]),
    ]  # fmt: skip


def test_an_officer_imports_after_a_dry_run_and_takes_it_back(officer, django_capture_on_commit_callbacks):
    html = upload(officer, csv_of([*lines(30), line("Atlantis", country="ZZ")])).content.decode()
    assert "New: 30. Changed: 0. As they were: 0. Refused: 1." in html
    assert "is not a country of Europe" in html
    assert not MemberPage.objects.exists()
    run = MemberImport.objects.get()
    address = reverse("membership_import", args=[run.pk])
    with django_capture_on_commit_callbacks(execute=True):
        html = officer.post(address, {"import": "yes"}, follow=True).content.decode()
    assert "Imported: 30 new members" in html
    assert counts().participants == 30
    assert MemberPage.objects.first().owner.username == "officer"
    officer.post(address, {"import": "yes"})
    assert MemberPage.objects.count() == 30
    html = officer.get(reverse("membership_import_undo", args=[run.pk])).content.decode()
    assert "Pages that go: 30" in html
    assert (
        "30 pages are gone"
        in officer.post(reverse("membership_import_undo", args=[run.pk]), follow=True).content.decode()
    )
    assert not MemberPage.objects.exists()


def test_columns_can_be_chosen_by_hand(officer):
    html = upload(officer, b"Ort;Land\nWien;AT\n").content.decode()
    assert "There is no column “name”" in html
    run = MemberImport.objects.get()
    address = reverse("membership_import", args=[run.pk])
    html = officer.post(address, {"name": "0", "country": "1", "encoding": ""}).content.decode()
    assert "New: 1." in html
    officer.post(address, {"name": "0", "country": "1", "encoding": "", "import": "yes"})
    assert MemberPage.objects.get().title == "Wien"


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe", b"PK\x03\x04xx", b"a;b"])
def test_a_file_that_cannot_be_used_gets_a_reason(officer, content):
    response = upload(officer, content)
    assert response.status_code == 200
    assert any(words in response.content.decode() for words in ("empty", "cannot be read", "nothing below"))
    assert not MemberPage.objects.exists()


@pytest.mark.parametrize("group", ["Editors", "Moderators", "Coordinators", "Translators fr", None])
def test_nobody_else_gets_in(client, index, group):
    run = MemberImport.objects.create(name="list.csv", content=csv_of(lines(2)))
    if group:
        client.force_login(person("other", group))
    for address in addresses(run):
        for response in (client.get(address), client.post(address, {"import": "yes"})):
            assert response.status_code in (302, 403, 405)
            assert "list.csv" not in response.content.decode()
    assert not MemberPage.objects.exists()


def test_states_are_changed_together_and_taken_back(officer, index, site_tree):
    pages = [make_member(index, name) for name in ("Vienna", "Graz")]
    for page in pages:
        page.save_revision().publish()
    other, french = site_tree.home, translate_page(pages[0], "fr", title="Vienne", slug="vienne")
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "change_state"])
    query = "?" + "&".join(f"id={page.pk}" for page in (*pages, other)) + f"&next={reverse('member_pages:index')}"
    html = officer.get(address + query).content.decode()
    assert "Vienna" in html
    assert "You may not change the state" in html
    html = officer.post(
        address + query, {"state": "withdrawn", "date": "", "source_url": "example.org/x"}
    ).content.decode()
    assert "Give the date on which" in html
    officer.post(address + query, {"state": "withdrawn", "date": "2020-05", "source_url": "https://example.org/x"})
    assert counts().participants == 0
    line_of = MemberPage.objects.get(pk=pages[0].pk).states.last()
    assert (line_of.kind, str(line_of.date), line_of.precision) == ("withdrawn", "2020-05-01", "month")
    assert MemberPage.objects.get(pk=french.pk).states.last().kind == "withdrawn"
    run = MemberImport.objects.get()
    officer.post(reverse("membership_import_undo", args=[run.pk]))
    assert counts().participants == 2


def test_states_are_not_changed_by_others(client, index):
    page = make_member(index, "Vienna")
    client.force_login(person("moderator", "Moderators"))
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "change_state"])
    client.post(f"{address}?id={page.pk}", {"state": "withdrawn", "date": "2020", "source_url": "https://example.org/"})
    assert counts().participants == 1


def test_the_list_is_narrowed_by_state_country_and_publication(officer, index):
    make_member(index, "Vienna")
    make_member(index, "Lviv", country="UA", states=("signatory",))
    make_member(index, "Budapest", country="HU", states=(), live=False)
    address = reverse("member_pages:index")

    def found(**filters):
        html = officer.get(address, filters).content.decode()
        return [name for name in ("Vienna", "Lviv", "Budapest") if name in html]

    assert found() == ["Vienna", "Lviv", "Budapest"]
    assert found(country="UA") == ["Lviv"]
    assert found(state="participant") == ["Vienna"]
    assert found(state="unconfirmed") == ["Budapest"]
    assert found(published="draft") == ["Budapest"]
    assert found(kind="region") == []


def test_exports_hold_everything_and_no_formula(officer, index):
    make_member(index, "=SUM(1)", states=("participant", "signatory"), website="https://a.example")
    make_member(index, "Şişli", country="TR", states=("interest",), live=False)
    text = officer.get(reverse("membership_export", args=["csv"])).content.decode("utf-8-sig")
    assert text.count("'=SUM(1)") == 2
    assert "Şişli" in text
    book = load_workbook(io.BytesIO(officer.get(reverse("membership_export", args=["xlsx"])).content))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert "Şişli" in [cell.value for cell in cells]
    assert officer.get(reverse("membership_export", args=["pdf"])).status_code == 404


def test_places_are_found_in_any_writing(officer):
    def places(**query):
        return [one["name"] for one in officer.get(reverse("membership_places"), query).json()["places"]]

    assert "Athens" in places(q="Αθην")
    assert "Şişli" in places(q="sisl", country="TR")
    assert "Iași" in places(q="iasi")
    assert places(q="Wien")[0] == "Vienna"
    assert places(q="Cologne", country="DE")[0] == "Köln"
    assert places(q="x") == []
    assert officer.get(reverse("membership_places"), {"q": "vienna"}).json()["credit"] == "GeoNames, CC BY 4.0"
    officer.logout()
    assert officer.get(reverse("membership_places"), {"q": "vienna"}).status_code in (302, 403)


def test_the_editor_offers_the_picker_beside_plain_fields(officer, index):
    page = make_member(index, "Vienna")
    html = officer.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert 'name="lat"' in html
    assert "data-point-picker" in html
    assert "membership/admin/point.js" in html
    assert "membership/admin/point.css" in html
