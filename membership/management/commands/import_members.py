"""Imports a list of authorities."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from membership.import_records import MemberImport
from membership.imports.reading import ENCODINGS, LARGEST
from membership.imports.running import dry_run, run_import
from membership.imports.wrong import FileRefusedError


class Command(BaseCommand):
    """Reads a CSV or XLSX file, tells of each line what became of it, and prints the counts as the last line."""

    help = "Import authorities from a CSV or XLSX file: all good lines of it, in one transaction."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask for the file.

        Args:
            parser: Takes the arguments.
        """
        parser.add_argument("file", type=Path, metavar="FILE.csv")
        parser.add_argument("--dry-run", action="store_true", help="Check everything and write nothing.")
        parser.add_argument("--encoding", choices=ENCODINGS, default="", help="Of a CSV file; found out by default.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Import the file.

        Args:
            options: As `add_arguments` has them.

        Raises:
            CommandError: If the file cannot be used; nothing is written then.
        """
        path = options["file"]
        try:
            with path.open("rb") as stream:
                content = stream.read(LARGEST + 1)
            run = MemberImport(name=path.name[:255], content=content, encoding=options["encoding"])
            report = dry_run(content, encoding=run.encoding) if options["dry_run"] else run_import(run)
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror or error}") from error
        except FileRefusedError as error:
            raise CommandError(str(error)) from error
        self.tell(report)
        if run.pk:
            self.stdout.write(f"This is import {run.pk}; “undo_import {run.pk}” takes it back.")
        self.stdout.write(json.dumps(report.summary))

    def tell(self, report: Any) -> None:
        """Tell what became of each line that needs a word.

        Args:
            report: The Report.
        """
        for note in report.notes:
            self.stderr.write(note)
        for plan in report.plans:
            if plan.messages:
                self.stderr.write(f"line {plan.line}: {plan.name}: {plan.result}: {' '.join(plan.messages)}")
