"""The command that checks plain text."""

import io
import json
import sys
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from seed.factories.glossary import make_glossary, make_term
from tests.worlds import world


@world
def words(site_tree):
    """A glossary with a form to avoid in French and one in Romanian, which has no pages."""
    rows = [
        {"language": "fr", "form": "Gens du voyage", "kind": "administrative"},
        {"language": "fr", "form": "Tsigane", "kind": "discouraged", "instead": "Rom"},
        {"language": "ro", "form": "țigan", "kind": "offensive", "instead": "rom"},
    ]
    return make_term(make_glossary(site_tree.home), "Roma", variants=rows)


def told(*args):
    out = io.StringIO()
    call_command("check_terms", *args, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_finding_is_a_line_of_json(words, tmp_path):
    file = tmp_path / "texts.txt"
    file.write_text("Rien ici.\nÀ Nîmes, les tsiganes et les gens du voyage.\r\n« Tsigane »\n", encoding="utf-8")
    rows = told("--language", "fr", str(file))
    assert rows == [
        {"line": 2, "start": 13, "end": 21, "form": "Tsigane", "severity": "discouraged", "preferred": "Rom"},
        {"line": 2, "start": 29, "end": 43, "form": "Gens du voyage", "severity": "administrative", "preferred": ""},
    ]


def test_it_reads_standard_input(words, monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("Țiganii\xff\n".encode("latin-1", "replace"))))
    assert told("--language", "ro") == []
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("Țiganii \n".encode() + b"\xff\n")))
    assert [row["form"] for row in told("--language", "RO")] == ["țigan"]


def test_what_it_cannot_do_it_says(words, tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        told("--language", "fr", str(tmp_path / "none.txt"))
    with pytest.raises(CommandError, match="no forms"):
        told("--language", "xx")
