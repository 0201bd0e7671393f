"""A site with a list of members in two languages."""

import pytest

from membership.import_records import MemberImport
from membership.imports.running import run_import
from seed.factories.membership import make_member_index
from seed.factories.pages import translate_page
from tests.membership.imports.files import csv_of
from tests.worlds import world


@world
def index(site_tree):
    """The list of members in English; there is one in French too."""
    index = make_member_index(site_tree.home)
    translate_page(index, "fr", title="Villes et régions", slug="membres")
    return index


@pytest.fixture
def bring(index, django_capture_on_commit_callbacks):
    """Import lines: a function that returns (MemberImport, Report)."""

    def bring(rows, **options):
        run = MemberImport(name="list.csv", content=csv_of(rows, **options))
        with django_capture_on_commit_callbacks(execute=True):
            report = run_import(run)
        return run, report

    return bring
