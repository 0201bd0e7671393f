"""Takes a copy of the database, the pictures and documents and the key, in one file, while the site goes on."""

import sqlite3
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils import timezone

FILES = ("media", "private", "secret.key")


class Command(BaseCommand):
    """Writes one archive: the database first, then the files, so that no row lacks its file."""

    help = "Write a backup of database and files into one archive, safe while the site is used."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the folder the archive goes to."""
        parser.add_argument("--to", type=Path, default=settings.DATA_DIR / "backups", help="folder of the archive")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the archive under a temporary name, give it its own when it is whole, and print where it lies.

        Raises:
            CommandError: if the folder cannot be written, or pg_dump is missing or fails.
        """
        folder: Path = options["to"].resolve()
        archive = folder / f"alliance-{timezone.now():%Y%m%d-%H%M%S}.tar.gz"
        part = archive.with_suffix(".part")
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with TemporaryDirectory(dir=folder) as scratch:
                database = _database(Path(scratch))
                with tarfile.open(part, "w:gz", compresslevel=3) as tar:
                    for path, name in [(database, database.name), *_files()]:
                        tar.add(path, name)
            part.chmod(0o600)
            part.rename(archive)
        except OSError as problem:
            _forget(part)
            raise CommandError(f"The backup could not be written: {problem}") from problem
        self.stdout.write(f"{archive} ({archive.stat().st_size / 1_000_000:.1f} MB)")


def _forget(part: Path) -> None:
    with suppress(OSError):
        part.unlink()


def _database(folder: Path) -> Path:
    if connection.vendor == "sqlite":
        return _from_sqlite(folder / "db.sqlite3")
    return _from_postgresql(folder / "db.dump")


def _from_sqlite(target: Path) -> Path:
    """SQLite's own online backup: a consistent copy of what is committed, whoever writes meanwhile."""
    source = f"file:{connection.settings_dict['NAME']}?mode=ro"
    with closing(sqlite3.connect(source, uri=True)) as site, closing(sqlite3.connect(target)) as copy:
        site.backup(copy)
    return target


def _from_postgresql(target: Path) -> Path:
    values = connection.settings_dict
    address = [
        f"--{name}={values[key]}"
        for name, key in (("host", "HOST"), ("port", "PORT"), ("username", "USER"))
        if values[key]
    ]
    command = ["pg_dump", "--format=custom", f"--file={target}", *address, str(values["NAME"])]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"PGPASSWORD": values["PASSWORD"]})
    if done.returncode:
        raise CommandError(f"pg_dump failed: {done.stderr.strip()}")
    return target


def _files() -> Iterator[tuple[Path, str]]:
    for name in FILES:
        path = settings.DATA_DIR / name
        if path.exists():
            yield path, name
