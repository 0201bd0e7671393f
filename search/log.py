"""What readers look for, counted by day: the words alone, cut short, and never what may be about a person."""

import datetime
import logging
import re
from contextlib import contextmanager

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.utils import timezone

from search.models import SearchedFor

__all__ = ["purge", "remember", "storable"]

log = logging.getLogger("alliance.search")
LONGEST = 80
KEPT_DAYS = 180
PURGED = "search.purged"
# How long a reader waits at most for a database in which somebody else is writing.
PATIENCE_MS = 50
# What looks like an address for letters, a telephone number, or any other long number of somebody.
PERSONAL = re.compile(r"\S*@\S*|(?:[+(]?\d[\s()./-]*){7,}|\b(?:https?://|www\.)\S+", re.IGNORECASE)
ADD = (
    "INSERT INTO search_searchedfor (language, day, query, times, results) VALUES (%s, %s, %s, 1, %s) "
    "ON CONFLICT (language, day, query) DO UPDATE SET times = search_searchedfor.times + 1, results = excluded.results"
)


def storable(text):
    """Return a query as it may be kept, or an empty text.

    Args:
        text: what was typed.
    """
    if PERSONAL.search(text):
        return ""
    return " ".join(text.lower().split())[:LONGEST].strip()


def remember(ask, total):
    """Count a query for the report of the editors' side; a database that is busy must not keep the reader waiting.

    Args:
        ask: what was asked for.
        total: how many pages were found.
    """
    text = storable(ask.query.text)
    if not text or ask.exact:
        return
    today = timezone.localdate()
    try:
        with _without_waiting(), connection.cursor() as cursor:
            cursor.execute(ADD, [ask.language, today, text, total])
            if cache.get(PURGED) != today.isoformat():
                cache.set(PURGED, today.isoformat(), KEPT_DAYS * 86_400)
                purge(today)
    except DatabaseError:
        log.info("A query was not counted: the database was busy.")


@contextmanager
def _without_waiting():
    """Give up where another process writes; on SQLite one writes at a time, and an import may take its while."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    driver = connection.connection
    patience = driver.execute("PRAGMA busy_timeout").fetchone()[0]
    driver.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
    try:
        yield
    finally:
        driver.execute(f"PRAGMA busy_timeout = {patience}")


def purge(today=None):
    """Delete what is older than half a year.

    Args:
        today: the day to count from.

    Returns:
        How many rows were deleted.
    """
    before = (today or timezone.localdate()) - datetime.timedelta(days=KEPT_DAYS)
    return SearchedFor.objects.filter(day__lt=before).delete()[0]
