"""An import is taken back as a whole: a dump of the site before it and after its undoing is the same."""

import json
from io import StringIO

import pytest
from django.apps import apps
from django.core import serializers
from django.core.management import CommandError, call_command
from wagtail_localize.models import Translation, TranslationSource

from membership.import_records import ImportStatus
from membership.imports.undoing import undo_import
from membership.imports.wrong import FileRefusedError
from membership.models import MemberPage
from membership.queries import counts, members
from seed.factories.membership import make_member
from seed.factories.news import make_news_index, make_story
from seed.factories.pages import translate_page
from tests.membership.imports.files import csv_of, line, lines

# What tells the history, and what marks that something happened.
HISTORY = {"membership.MemberImport", "membership.ImportedRow", "membership.TouchedPage", "wagtailcore.PageLogEntry",
           "membership.MemberRow", "membership.MemberTheme",
           "common.Stamp", "wagtailsearch.IndexEntry", "wagtailsearch.SQLiteFTSIndexEntry"}  # fmt: skip


def dump():
    """Return every row of the database but those of the history, moments to the microsecond."""
    models = [model for model in apps.get_models() if model._meta.label not in HISTORY and model._meta.managed]
    return {
        model._meta.label: [str(row) for row in serializers.serialize("python", model._base_manager.order_by("pk"))]
        for model in models
        if not model._meta.proxy
    }


@pytest.fixture
def inhabited(index, site_tree, django_capture_on_commit_callbacks):
    """Members that an import will change: public, translated, and a draft."""
    vienna = make_member(
        index, "Vienna", states=({"kind": "participant", "note": "By letter."},), website="https://a.example"
    )
    vienna.save_revision().publish()
    translate_page(vienna, "fr", title="Vienne", slug="vienne")
    make_member(index, "Budapest", country="HU", states=("interest",), live=False).save_revision()
    lyon = make_member(index, "Lyon", country="FR", states=({"kind": "participant", "date": "2014-01-01"},))
    lyon.save_revision().publish()
    source, _created = TranslationSource.update_or_create_from_instance(lyon)
    translation = Translation.objects.create(source=source, target_locale=site_tree.locale("fr"))
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    return index


CHANGES = [
    line("Vienna", state="signatory", date="2019", website="https://b.example", lat="48.2", lon="16.4"),
    line("Vienna", state="withdrawn", date="2020-02-02"),
    line("Budapest", "HU", date="2016-05"),
    line("Lyon", "FR", state="withdrawn", date="2019-03-01", local_name="Lyon sur Rhône"),
]


def test_undoing_brings_the_former_state_back_exactly(inhabited, bring, site_tree, client):
    before, counted = dump(), counts()
    run, report = bring([*lines(60), *CHANGES])
    assert report.summary["created"] >= 57
    assert report.summary["updated"] >= 4
    assert counts() != counted
    assert dump() != before
    undo_import(run)
    after = dump()
    assert {label for label in before if before[label] != after[label]} == set()
    assert counts() == counted
    for code in ("en", "fr"):
        assert sorted(one.country for one in members(site_tree.locale(code))) == ["AT", "FR"]
    assert "Vienne" in client.get("/fr/membres/").content.decode()
    run.refresh_from_db()
    assert run.status == ImportStatus.UNDONE
    assert [list(problem) for problem in inhabited.find_problems()] == [[], [], [], [], []]


def test_the_same_file_can_be_imported_again_after_its_undoing(bring):
    run, _report = bring(lines(10))
    undo_import(run)
    _run, report = bring(lines(10))
    assert report.summary["created"] == 10


def test_an_import_is_taken_back_once(bring):
    run, _report = bring(lines(3))
    undo_import(run)
    with pytest.raises(FileRefusedError, match="taken back already"):
        undo_import(run)


def test_pages_that_people_changed_since_stop_the_undoing(bring):
    run, _report = bring(lines(3))
    page = MemberPage.objects.first()
    page.summary = "Written since."
    page.save_revision()
    with pytest.raises(FileRefusedError, match="has been changed since"):
        undo_import(run)
    assert MemberPage.objects.count() == 3


def test_pages_that_others_build_upon_stop_the_undoing(bring, site_tree):
    run, _report = bring(lines(2))
    first, second = MemberPage.objects.all()
    translate_page(first, "fr", slug="autre")
    make_story(make_news_index(site_tree.home), "A story", members=[second])
    with pytest.raises(FileRefusedError, match=r"has been translated since.*refers to"):
        undo_import(run)


def test_a_later_import_has_to_go_first(bring):
    first, _report = bring([line("Vienna")])
    second, _report = bring([line("Vienna", state="signatory")])
    with pytest.raises(FileRefusedError, match="changed since"):
        undo_import(first)
    undo_import(second)
    undo_import(first)
    assert not MemberPage.objects.exists()


def test_commands_import_and_take_back(index, tmp_path):
    path = tmp_path / "members.csv"
    path.write_bytes(csv_of([*lines(5), line("Atlantis", country="ZZ")]))
    out, err = StringIO(), StringIO()
    call_command("import_members", str(path), "--dry-run", stdout=out, stderr=err)
    expected = {"created": 5, "updated": 0, "unchanged": 0, "refused": 1, "warnings": 0}
    assert json.loads(out.getvalue().splitlines()[-1]) == expected
    assert "line 7: Atlantis: refused" in err.getvalue()
    assert not MemberPage.objects.exists()
    out = StringIO()
    call_command("import_members", str(path), stdout=out, stderr=err)
    told, summary = out.getvalue().splitlines()[-2:]
    assert json.loads(summary) == expected
    number = int("".join(filter(str.isdigit, told.split(";")[0])))
    out = StringIO()
    call_command("undo_import", str(number), stdout=out)
    assert json.loads(out.getvalue().splitlines()[-1]) == {"removed": 5, "restored": 0}
    assert not MemberPage.objects.exists()


@pytest.mark.parametrize("arguments", [("import_members", "/nowhere/list.csv"), ("undo_import", "999999")])
def test_commands_say_what_is_wrong(index, arguments):
    with pytest.raises(CommandError, match=r"No such file|There is no import"):
        call_command(*arguments)
