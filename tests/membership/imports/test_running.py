"""A list of authorities becomes members, and every number follows at once."""

import pytest

from membership.choices import State
from membership.import_records import MemberImport
from membership.imports.running import dry_run, run_import
from membership.imports.wrong import FileRefusedError
from membership.models import MemberPage, MemberState
from membership.queries import counts, members
from membership.states import state_of
from seed.factories.membership import make_member
from seed.factories.pages import translate_page
from tests.membership.imports.files import csv_of, line, lines


def states(name):
    page = MemberPage.objects.get(title=name, locale__language_code="en")
    return [(one.kind, str(one.date or ""), one.precision, one.number) for one in page.states.all()]


def test_130_authorities_from_29_countries_are_counted_at_once_in_every_language(client, bring, site_tree):
    assert "130" not in client.get("/fr/membres/").content.decode()
    rows = lines()
    rows[0][0] = "=HYPERLINK(1)"
    rows[1][4] = rows[1][5] = ""
    run, report = bring([*rows, line("Atlantis", country="ZZ"), rows[2]])
    assert report.summary == {"created": 130, "updated": 0, "unchanged": 0, "refused": 2, "warnings": 2}
    assert counts()[:2] == (130, 29)
    for code in ("en", "fr"):
        assert len(members(site_tree.locale(code))) == 130
    french, english = client.get("/fr/membres/").content.decode(), client.get("/en/members/").content.decode()
    assert "130" in french
    assert "29" in french
    assert "130" in english
    said = {row.line: " ".join(row.messages) for row in run.rows.all()}
    assert "begins like a formula" in said[2]
    assert "Without coordinates" in said[3]
    assert "“ZZ” is not a country" in said[132]
    assert "Line 4 names the same authority" in said[133]


def test_a_dry_run_says_the_same_and_writes_nothing(bring, index):
    rows = [*lines(20), line("Atlantis", country="ZZ")]
    dry = dry_run(csv_of(rows))
    assert (MemberPage.objects.count(), MemberImport.objects.count()) == (0, 0)
    _run, report = bring(rows)
    assert dry.summary == report.summary
    assert [plan.messages for plan in dry.plans] == [plan.messages for plan in report.plans]


def test_the_same_file_again_changes_nothing(bring):
    rows = lines(30)
    bring(rows)
    _run, again = bring(rows)
    assert again.summary == {"created": 0, "updated": 0, "unchanged": 30, "refused": 0, "warnings": 0}
    assert MemberPage.objects.count() == 30


def test_new_pages_are_whole(bring, index, client):
    bring(
        [
            line(
                "Mégara",
                "GR",
                local_name="Μέγαρα",
                date="2015-02",
                number="124",
                population="23 456",
                population_year="2021",
            )
        ]
    )
    page = MemberPage.objects.get()
    assert (page.local_language, page.population, page.live) == ("el", 23456, True)
    assert states("Mégara") == [("participant", "2015-02-01", "month", 124)]
    assert page.get_latest_revision_as_object().states.count() == 1
    assert page.latest_revision_id == page.live_revision_id
    assert client.get(page.get_url()).status_code == 200
    assert list(index.find_problems()) == [[], [], [], [], []]
    index.refresh_from_db()
    assert index.numchild == 1
    page.save_revision().publish()
    assert MemberState.objects.count() == 1


def test_authorities_are_matched_by_name_in_any_writing(bring, index):
    make_member(index, "Şişli", country="TR", kind="district", lat=41.06, lon=28.98)
    make_member(index, "Athens", country="GR", local_name="Αθήνα", local_language="el", lat=37.98, lon=23.72)
    make_member(index, "Kragujevac", country="RS", lat=44.01, lon=20.92)
    _run, report = bring(
        [
            line("SISLI", "TR", kind=""),
            line("Αθηνα", "GR"),
            line("Крагујевац", "RS"),
            line("City of Kragujevac", "RS", state="signatory"),
        ]
    )
    assert [str(plan.result) for plan in report.plans] == ["unchanged", "unchanged", "unchanged", "updated"]
    assert [kind for kind, *_rest in states("Kragujevac")] == ["participant", "signatory"]


def test_authorities_are_matched_by_place_and_told_apart_by_distance(bring, index):
    make_member(index, "Cologne", country="DE", lat=50.9375, lon=6.9603)
    make_member(index, "Santa Marta", country="ES", lat=37.0, lon=-5.0)
    _run, report = bring(
        [line("Colognne", "DE", lat="50,93751", lon="6,96031"), line("Santa Marta", "ES", lat="42.5", lon="-1.0"),
         line("Santa Marta", "ES", kind="province", lat="37.0", lon="-5.0")]
    )  # fmt: skip
    assert [str(plan.result) for plan in report.plans] == ["unchanged", "created", "created"]
    assert "Taken for “Cologne”" in report.plans[0].messages[0]
    assert "a different place" in report.plans[1].messages[0]
    _run, report = bring([line("Town 1", "DE", lat="50", lon="7"), line("Town 2", "DE", lat="50", lon="7")])
    assert report.summary["created"] == 2


def test_two_names_of_one_city_are_one_authority(bring, index):
    make_member(index, "Vienna", country="AT", lat=None, lon=None)
    _run, report = bring(
        [line("Wien", "AT", state="signatory"), line("Köln", "DE", lat="50.94", lon="6.96"),
         line("Cologne", "DE", lat="50.93", lon="6.95"), line("Cologne", "DE", kind="region"),
         line("Place A", "DE", lat="52", lon="10"), line("Place B", "DE", lat="52", lon="10")]
    )  # fmt: skip
    assert [str(plan.result) for plan in report.plans] == [
        "updated", "created", "refused", "created", "created", "created",
    ]  # fmt: skip
    assert "Taken for “Vienna”, another name" in " ".join(report.plans[0].messages)
    assert "Line 3 names the same authority" in report.plans[2].messages[0]
    assert "“Place A” lies at the same place" in report.plans[5].messages[0]


def test_a_more_exact_date_completes_the_record_and_a_less_exact_one_changes_nothing(bring, index):
    make_member(
        index, "Tivat", country="ME", states=({"kind": "participant", "date": "2015-05-01", "precision": "month"},)
    )
    make_member(index, "Lille", country="FR", states=({"kind": "participant", "date": "2013-03-20"},))
    _run, report = bring([line("Tivat", "ME", date="2015-05-06"), line("Lille", "FR", date="2013")])
    assert [str(plan.result) for plan in report.plans] == ["updated", "unchanged"]
    assert report.summary["warnings"] == 0
    assert states("Tivat") == [("participant", "2015-05-06", "day", None)]
    _run, report = bring([line("Tivat", "ME", date="2016")])
    assert "The record stays" in " ".join(report.plans[0].messages)


def test_whoever_has_left_stays_so_unless_the_file_says_later(bring, index):
    left = ({"kind": "participant", "date": "2013-03-20"}, {"kind": "withdrawn", "date": "2019-06-30"})
    make_member(index, "Lyon", country="FR", states=left)
    again = [line("Lyon", "FR", date="2013-03-20"), line("Lyon", "FR", date="2019", state="withdrawn")]
    _run, report = bring(again)
    assert [str(plan.result) for plan in report.plans] == ["unchanged", "unchanged"]
    _run, report = bring([line("Lyon", "FR", state="participant")])
    assert str(report.plans[0].result) == "unchanged"
    assert counts()[:2] == (0, 0)
    back = line("Lyon", "FR", date="2021-01-01")
    _run, report = bring([*again, back, back])
    assert [str(plan.result) for plan in report.plans] == ["unchanged", "unchanged", "updated", "refused"]
    assert counts()[:2] == (1, 1)
    _run, report = bring([line("Lyon", "FR", date="2012-05", state="withdrawn")])
    assert "changes nothing today" in " ".join(report.plans[0].messages)
    assert counts()[:2] == (1, 1)


def test_a_draft_that_a_line_confirms_goes_live(bring, index):
    page = make_member(index, "Budapest", country="HU", states=("interest",), live=False)
    page.save_revision()
    bring([line("Budapest", "HU", date="2016")])
    page.refresh_from_db()
    assert page.live
    assert state_of(page.states.all()) == State.PARTICIPANT


def test_what_nothing_confirms_stays_a_draft(bring):
    _run, report = bring([line("Lille", "FR", state="interest"), line("Lyon", "FR", state="")])
    assert not MemberPage.objects.filter(live=True).exists()
    assert counts()[:2] == (0, 0)
    assert report.summary["warnings"] >= 2


def test_a_page_that_was_taken_off_stays_off(bring, index):
    page = make_member(index, "Lyon", country="FR", states=("interest",), live=False)
    MemberPage.objects.filter(pk=page.pk).update(first_published_at="2020-01-01T00:00Z")
    bring([line("Lyon", "FR")])
    page.refresh_from_db()
    assert not page.live


def test_other_languages_say_the_same_record(bring, index, site_tree):
    page = make_member(index, "Vienna", states=({"kind": "participant", "date": "2014-01-01"},))
    page.save_revision().publish()
    french = translate_page(page, "fr", title="Vienne", slug="vienne")
    bring([line("Vienna", state="withdrawn", date="2019-03-01", website="www.wien.example")])
    french.refresh_from_db()
    assert state_of(french.states.all()) == State.FORMER
    assert french.website == "https://www.wien.example"
    assert french.title == "Vienne"
    assert members(site_tree.locale("fr")) == members(site_tree.locale("en")) == []


def test_pages_at_which_somebody_works_are_left_alone(bring, index):
    page = make_member(index, "Vienna")
    page.save_revision().publish()
    page.summary = "Being written."
    page.save_revision()
    _run, report = bring([line("Vienna", state="signatory", date="2019")])
    assert report.summary["refused"] == 1
    assert "Somebody has begun to change" in report.plans[0].messages[0]


def test_nothing_is_half_done(index, monkeypatch):
    def fail(*_args):
        raise ValueError("the disk is full")

    monkeypatch.setattr("membership.imports.running.keep_rows", fail)
    with pytest.raises(ValueError, match="disk"):
        run_import(MemberImport(name="list.csv", content=csv_of(lines(5))))
    assert (MemberPage.objects.count(), MemberImport.objects.count(), MemberState.objects.count()) == (0, 0, 0)


def test_an_import_needs_few_queries_for_many_lines(index, django_assert_max_num_queries, bring):
    # For a page and its record; the index of the search, the guard of terms and the translators' room look at it, too.
    for_the_file = 60
    with django_assert_max_num_queries(130 * 16 + for_the_file):
        bring(lines(130))


def test_a_site_without_a_list_of_members_refuses(site_tree):
    with pytest.raises(FileRefusedError, match="no list of members"):
        run_import(MemberImport(name="list.csv", content=csv_of(lines(1))))
