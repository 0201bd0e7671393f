"""What a process reads once before it can search: done when it begins, and not while its first reader waits."""

import logging
from threading import Thread

from django.db import DatabaseError, connection
from django.template.loader import get_template

from common.localization import live_codes
from common.stamp import one_request
from search.expanding import known_words, plan_of, read
from search.query import SearchQuery

__all__ = ["begin", "warm"]

log = logging.getLogger("alliance.search")
# A word that every analyser has to take apart; what it finds does not matter.
ANY = SearchQuery.read("alliance")


def warm():
    """Read the names, dictionaries and templates that searches in all open languages need."""
    with one_request():
        readings = [read(ANY, code, exact=False) for code in live_codes()]
        known = known_words(readings)
        for reading in readings:
            plan_of(reading, known, widely=False)
    get_template("search/search.html")


def begin():
    """Warm up beside the first requests, in a thread of its own; what fails is left to the first search."""
    Thread(target=_quietly, name="search-warming", daemon=True).start()


def _quietly():
    try:
        warm()
    except DatabaseError:
        log.info("The search could not be made ready: the database did not answer.")
    finally:
        connection.close()
