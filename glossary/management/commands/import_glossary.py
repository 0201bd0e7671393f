"""Imports terms from a file."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from glossary.exchange.importing import sheets_in, take_in
from glossary.exchange.problems import MAX_BYTES, UnreadableFile


class Command(BaseCommand):
    """Takes terms in, says of every one that changed what became of it, and ends with the sums as JSON."""

    help = "Import terms from a TBX or CSV file, such as /en/data/glossary.tbx gives it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the file and the choice."""
        parser.add_argument("file", type=Path, metavar="FILE.{tbx,csv}")
        parser.add_argument("--dry-run", action="store_true", help="check everything and write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import the file; the last line of standard output is the sums.

        Raises:
            CommandError: If the file cannot be used at all.
        """
        path = options["file"]
        try:
            with path.open("rb") as file:
                sheets = sheets_in(file.read(MAX_BYTES + 1), path.name)
        except (OSError, UnreadableFile) as error:
            raise CommandError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
        report = take_in(sheets, dry_run=options["dry_run"])
        for outcome, name, sentences in report.lines:
            sys.stderr.write(f"{outcome}: {name} {' '.join(sentences)}".rstrip() + "\n")
        self.stdout.write(json.dumps(dict(report.counts)))
