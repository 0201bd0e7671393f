"""Check plain text for forms that the glossary advises against."""

import json
import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from glossary.guard.engine import hits
from glossary.guard.records import lexicon_of


class Command(BaseCommand):
    """Read one text a line and print what is found, one JSON object a line."""

    help = (
        "Finds discouraged, offensive, outdated and administrative forms in plain text, one text a line. Prints "
        "{line, start, end, form, severity, preferred} a line: lines count from 1, characters of a line from 0."
    )

    def add_arguments(self, parser):
        """Add the language and the file."""
        parser.add_argument("--language", required=True, help="Language code of the text, such as fr.")
        parser.add_argument("file", nargs="?", default="-", help="A file in UTF-8; without it, standard input.")

    def handle(self, *args, language, file, **options):
        """Print every finding.

        Raises:
            CommandError: if the language or the file is not known.
        """
        lexicon = lexicon_of(_known(language))
        for number, line in enumerate(_lines(file), start=1):
            for hit in hits(line, lexicon):
                row = {
                    "line": number,
                    "start": hit.start,
                    "end": hit.end,
                    "form": hit.form.form,
                    "severity": hit.form.severity,
                    "preferred": hit.form.preferred,
                }
                self.stdout.write(json.dumps(row, ensure_ascii=False))


def _known(language):
    code = language.strip().lower().replace("_", "-")
    base = code.split("-")[0]
    lexicon = lexicon_of(base)
    if not lexicon.by_first_word and base not in dict(settings.LANGUAGES):
        raise CommandError(f"The glossary has no forms to look for in the language “{language}”.")
    return base


def _lines(file):
    if file == "-":
        yield from map(_text, sys.stdin.buffer)
        return
    try:
        with Path(file).open("rb") as data:
            yield from map(_text, data)
    except OSError as error:
        raise CommandError(f"The file {file} cannot be read: {error.strerror}.") from error


def _text(line):
    return line.decode("utf-8", errors="replace").rstrip("\r\n")
