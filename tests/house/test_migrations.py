"""Migrations: none is missing, and nothing is destroyed without a word."""

import re

import pytest
from django.core.management import call_command

from tests.house.source import ROOMS, ROOT

DESTRUCTIVE = re.compile(r"migrations\.(DeleteModel|RemoveField|RenameField|RenameModel|RunSQL)\b")


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_what_destroys_says_why():
    silent = [
        f"{path.parent.parent.name}/{path.name}"
        for room in ROOMS
        for path in (ROOT / room).glob("migrations/0*.py")
        if DESTRUCTIVE.search(path.read_text()) and "# allowed:" not in path.read_text()
    ]
    assert silent == []


def test_data_migrations_can_go_back():
    stuck = [
        path.name
        for room in ROOMS
        for path in (ROOT / room).glob("migrations/0*.py")
        for call in re.findall(r"RunPython\(([^)]*)\)", path.read_text())
        if "," not in call
    ]
    assert stuck == []
