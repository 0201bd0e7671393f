"""Takes a translators' file in."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError

from translations.exchange.importing import take_in
from translations.exchange.problems import UnreadableFileError
from translations.exchange.reading import Read, check_size, read
from translations.exchange.reports import Outcome, Report


class Command(BaseCommand):
    """Takes in what fits, says of every segment what became of it, and ends with the sums as JSON."""

    help = "Take in a translators' file (XLIFF 1.2 or 2.0, PO, or a ZIP of them)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the file and the choices."""
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="try everything and keep nothing")
        parser.add_argument("--user", help="account in whose name, and with whose rights, it is taken in")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take the file in; the last line of standard output is the sums.

        Raises:
            CommandError: If there is no such file or account.
        """
        user = None
        if options["user"]:
            user = get_user_model().objects.filter(username=options["user"]).first()
            if user is None:
                raise CommandError(f"There is no account called {options['user']}.")
        report = take_in(self._read(options["file"]), user, dry_run=options["dry_run"])
        self._tell(report)
        self.stdout.write(report.summary())

    @staticmethod
    def _read(path: Path) -> list[Read]:
        try:
            check_size(path.stat().st_size)
            return read(path.read_bytes(), path.name)
        except UnreadableFileError as error:
            return [Read(path.name, problem=str(error))]
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror or error}") from error

    @staticmethod
    def _tell(report: Report) -> None:
        for part in report.parts:
            if part.problem:
                sys.stderr.write(f"{part.name}: {Outcome.REFUSED}: {part.problem}\n")
            for line in part.told:
                review = " (needs review)" if line.review else ""
                sentences = " ".join(line.reasons)
                sys.stderr.write(f"{part.name}: {line.outcome}{review}: {line.place}: {sentences}".rstrip(": ") + "\n")
