"""A folder with a file of the former site, and the command that imports it."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from news.models import NewsPage

BODY = "<p>The city council met the families of the quarter.</p>"


def record(legacy_id=57, language="en", **fields):
    """One story as the file tells it.

    Args:
        legacy_id: its number on the former site.
        language: its language.
        fields: what differs.
    """
    told = {
        "legacy_id": legacy_id,
        "language": language,
        "title": f"Story {legacy_id} in {language}",
        "date": "2013-04-26",
        "kind": "report",
        "summary": "What happened, in short.",
        "body_html": BODY,
        "image": "",
        "credit": "",
        "source_url": f"https://www.roma-alliance.org/{language}/page/{legacy_id}-story.html",
    }
    return {**told, **fields}


class Archive:
    """A file of records and what importing it gave."""

    def __init__(self, folder):
        self.folder = folder
        self.file = folder / "stories.jsonl"
        self.sentences = []

    def write(self, *lines):
        """Write records, or lines as they are, into the file."""
        raw = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
        self.file.write_bytes(b"\n".join(raw) + b"\n")
        return self

    def run(self, *options):
        """Import the file; the sentences are kept in ``sentences``.

        Returns:
            The sums.
        """
        out, report = StringIO(), self.folder / "report.txt"
        call_command("import_news", str(self.file), "--report", str(report), *options, stdout=out)
        self.sentences = report.read_text(encoding="utf-8").splitlines()
        return json.loads(out.getvalue().splitlines()[-1])

    def sentence(self, line):
        """What the report says of a line."""
        return next(one for one in self.sentences if one.startswith(f"line {line}:"))


@pytest.fixture
def archive(newsroom, tmp_path):
    """An empty file beside a list of news in English and French."""
    return Archive(tmp_path)


@pytest.fixture
def imported(archive):
    """Imports records and gives the pages by (number, language)."""

    def run(*records, options=()):
        archive.write(*records).run(*options)
        pages = NewsPage.objects.filter(legacy_id__isnull=False).select_related("locale")
        return {(page.legacy_id, page.locale.language_code): page for page in pages}

    return run
