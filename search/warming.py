"""What a process reads once before it can search: done when it begins, and not while its first reader waits."""

import logging
from threading import Thread
from urllib.parse import urlencode, urlsplit
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.db import DatabaseError, connection

from common.localization import live_codes
from common.stamp import one_request
from search.expanding import known_words, plan_of, read
from search.query import SearchQuery

__all__ = ["begin", "warm"]

log = logging.getLogger("alliance.search")
# A word that every analyser has to take apart; what it finds does not matter.
ANY = SearchQuery.read("alliance")


def warm(application=None):
    """Read the names, dictionaries and templates that searches in all open languages need.

    Args:
        application: the WSGI application, which is asked for a page of results; such a question is not counted.
    """
    with one_request():
        readings = [read(ANY, code, exact=False) for code in live_codes()]
        known = known_words(readings)
        for reading in readings:
            plan_of(reading, known, widely=False)
    if application and (codes := live_codes()):
        answer = application(_environ(codes[0]), lambda *_answer: None)
        log.debug("A page of results has %s bytes.", sum(map(len, answer)))
        answer.close()


def _environ(language):
    place = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    environ = {
        "PATH_INFO": f"/{language}/search/",
        "QUERY_STRING": urlencode({"q": ANY.text, "exact": "1"}),
        "HTTP_HOST": place.netloc,
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_X_FORWARDED_PROTO": place.scheme,
        "wsgi.url_scheme": place.scheme,
    }
    setup_testing_defaults(environ)
    return environ


def begin(application):
    """Warm up beside the first requests, in a thread of its own; what fails is left to the first search.

    Args:
        application: the WSGI application of this process.
    """
    Thread(target=_quietly, args=[application], name="search-warming", daemon=True).start()


def _quietly(application):
    try:
        warm(application)
    except DatabaseError:
        log.info("The search could not be made ready: the database did not answer.")
    finally:
        connection.close()
