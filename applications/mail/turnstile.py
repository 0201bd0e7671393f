"""One sender at a time: whoever is killed lets the next one in at once."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection

NUMBER = 7_410_025


@contextmanager
def alone() -> Iterator[bool]:
    """Enter, unless somebody else is within.

    On PostgreSQL the database keeps the door, for senders on several machines; with SQLite there is one machine, and a
    lock on a file does it. Both open by themselves when the process ends, however it ends.

    Yields:
        Whether one has entered.
    """
    keeper = _by_database if connection.vendor == "postgresql" else _by_file
    with keeper() as entered:
        yield entered


@contextmanager
def _by_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [NUMBER])
        entered = cursor.fetchone()[0]
    try:
        yield entered
    finally:
        if entered:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [NUMBER])


@contextmanager
def _by_file():
    with (settings.DATA_DIR / "outbox.lock").open("a") as door:
        try:
            fcntl.flock(door, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
            return
        yield True
