"""Imports the stories of the former site."""

import sys
from argparse import ArgumentParser
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError

from news.cards.publishing import paused
from news.legacy.importing import Importer
from news.legacy.languages import source_index
from news.legacy.reporting import Progress, Report


class Command(BaseCommand):
    """Takes what is good in a file, says of every line what became of it, and ends with the sums as JSON."""

    help = "Import the stories of the former site from a file of JSON objects, one a line."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the file and the choices."""
        parser.add_argument("file", type=Path, metavar="FILE.jsonl")
        parser.add_argument("--dry-run", action="store_true", help="check everything and write nothing")
        parser.add_argument("--add-languages", action="store_true", help="open configured languages that are not open")
        parser.add_argument("--report", type=Path, help="write the sentences into this file, not to standard error")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import the file; the last line of standard output is the sums.

        Raises:
            CommandError: If the file or the site cannot be used at all.
        """
        path = options["file"]
        try:
            with self._sentences(options["report"]) as stream, paused():
                progress = Progress(sys.stderr, path.stat().st_size)
                report = Report(stream, progress)
                self._import(path, options, report)
        except OSError as error:
            raise CommandError(f"{error.filename or path}: {error.strerror or error}") from error
        self.stdout.write(report.summary())

    def _import(self, path: Path, options: dict[str, Any], report: Report) -> None:
        if source_index() is None:
            raise CommandError("The site has no list of news yet: plant the page tree first.")
        importer = Importer(path, writing=not options["dry_run"], opening=options["add_languages"])
        for done, outcomes in importer.run():
            for outcome in outcomes:
                report.add(outcome)
            report.progress.show(done, sum(report.counts[name] for name in report.counts if name != "warnings"))
        report.progress.clear()
        for code in importer.places.opened:
            report.say(
                f"language {code}: {'would be opened' if options['dry_run'] else 'opened'}; translate its front page "
                "and list of news, and run ensure_roles"
            )

    @staticmethod
    def _sentences(path: Path | None):
        return path.open("w", encoding="utf-8") if path else nullcontext(sys.stderr)
