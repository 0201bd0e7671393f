"""Imports, as the tests of imports have them."""

import pytest

from membership.import_records import MemberImport
from membership.imports.running import run_import
from tests.membership.imports.files import csv_of


@pytest.fixture
def bring(index, django_capture_on_commit_callbacks):
    """Import lines: a function of lines."""

    def bring(rows):
        with django_capture_on_commit_callbacks(execute=True):
            run_import(MemberImport(name="list.csv", content=csv_of(rows)))

    return bring
