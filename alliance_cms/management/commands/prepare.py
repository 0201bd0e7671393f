"""Makes a checkout ready to serve: tables, assets, demo content. What is ready already is left alone."""

import fcntl
import hashlib
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import BaseCommand, CommandError, CommandParser, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import Page

from alliance_cms.storage import ORDER
from search.rebuilding import is_outdated

COLLECT = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]


class Command(BaseCommand):
    """Migrates, collects assets, and loads demo content into an empty database."""

    help = "Make the site ready to serve. It may be run as often as you like."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the address that must be free, and a way to start without demo content."""
        parser.add_argument("--host", default="127.0.0.1", help="address the site will listen on")
        parser.add_argument("--port", type=int, default=0, help="port that must be free (0: not looked at)")
        parser.add_argument("--no-seed", action="store_true", help="leave an empty database empty")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do what is missing.

        Raises:
            CommandError: if the port is taken.
        """
        if options["port"]:
            check_port(options["host"], options["port"])
        with one_at_a_time(settings.DATA_DIR / "prepare.lock") as lock:
            collecting = self.collect(lock)
            self.migrate()
            if not options["no_seed"] and not Page.objects.filter(depth__gt=2).exists():
                self.stdout.write("Loading demo content …")
                call_command("seed", stdout=self.stdout)
            if is_outdated():
                self.stdout.write("Preparing the search …")
                call_command("rebuild_search", verbosity=0)
            finish(collecting)

    def migrate(self) -> None:
        """Bring the tables up to date."""
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Preparing the database …")
            call_command("migrate", verbosity=0, interactive=False)

    def collect(self, lock: int) -> subprocess.Popen | None:
        """Begin to collect, hash and compress the assets where one of them changed; the database is prepared meanwhile.

        Args:
            lock: The file that is locked meanwhile. The process that collects holds it, too: where this one is killed,
                the next waits until no other writes assets.

        Returns:
            The process that does it, or None when there is nothing to do.
        """
        if kept().exists() and kept().read_text() == fingerprint():
            return None
        self.stdout.write("Preparing the assets …")
        kept().unlink(missing_ok=True)
        return subprocess.Popen(COLLECT, cwd=settings.BASE_DIR, pass_fds=[lock])


def kept() -> Path:
    """Return where the fingerprint of the collected assets is kept."""
    return Path(settings.STATIC_ROOT) / "fingerprint.txt"


def finish(collecting: subprocess.Popen | None) -> None:
    """Wait for the assets and remember what they were made from.

    Raises:
        CommandError: if they could not be collected.
    """
    if collecting is None:
        return
    if collecting.wait():
        raise CommandError("The assets could not be prepared; the lines above say why.")
    kept().write_text(fingerprint())


def check_port(host: str, port: int) -> None:
    """Say so in one line when the port is taken.

    Raises:
        CommandError: if nothing can listen there.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} on {host} is not free ({error.strerror}). Choose another: make run PORT={port + 1}"
            ) from error


@contextmanager
def one_at_a_time(path: Path) -> Iterator[int]:
    """Wait until no other process prepares the same data.

    Args:
        path: The file to lock.

    Yields:
        Its descriptor; whoever holds it holds the lock.
    """
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()


def fingerprint() -> str:
    """Return a hash over names, sizes and times of every asset."""
    digest = hashlib.sha256(f"{ORDER} {sys.version}".encode())
    for finder in finders.get_finders():
        for name, storage in finder.list([]):
            place = Path(storage.path(name)).stat()
            digest.update(f"{name} {place.st_size} {place.st_mtime_ns}\n".encode())
    return digest.hexdigest()
