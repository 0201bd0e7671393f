"""The demo site inside the test database, walked once; everything is taken back at the end of the module."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin, urlsplit

import lxml.html
import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from common.stamp import forget_all

HOST = "http://testserver"


@dataclass
class Visit:
    """One address and what it answered."""

    url: str
    page: Page
    status: int
    html: str
    queries: int
    cookies: bool

    @cached_property
    def document(self):
        """The parsed page."""
        return lxml.html.document_fromstring(self.html)

    @property
    def language(self):
        """The language of the page by its record."""
        return self.page.locale.language_code

    def links(self):
        """Yield every internal address that the page leads to, with the language said of it."""
        for link in self.document.iter("a"):
            target = urlsplit(urljoin(f"{HOST}{self.url}", link.get("href", "")))
            if target.netloc == "testserver" and target.scheme == "http":
                yield target.path, link.get("hreflang", "")


@pytest.fixture(scope="module")
def walk(django_db_setup, django_db_blocker, settings_of_module):
    """Every live page of the demo site, visited as a reader: a list of visits."""
    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        try:
            with TestCase.captureOnCommitCallbacks(execute=True):
                call_command("seed", verbosity=0)
            forget_all()
            yield [visit(page) for page in live_pages()]
        finally:
            transaction.set_rollback(True)
            atomic.__exit__(None, None, None)
            forget_all()


@pytest.fixture(scope="module")
def settings_of_module():
    """Keep the demo accounts' password out of the output."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.conf.settings.SEED_PASSWORD", "a-long-password")
        yield


def live_pages():
    """Return every live page below the root, in its own type."""
    return Page.objects.live().filter(depth__gt=1).select_related("locale").specific().order_by("path")


def visit(page):
    """Ask for a page the way a reader does, on a process that has served others before."""
    path = urlsplit(page.full_url or page.url).path
    client = Client()
    if not cache.get("walked"):
        client.get(path)
        cache.set("walked", True)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(path)
    return Visit(path, page, response.status_code, response.content.decode(), len(captured), bool(client.cookies))


def by_translation(visits):
    """Group visits by page, whatever the language: a dict of translation key to {language: address}."""
    groups = defaultdict(dict)
    for one in visits:
        groups[one.page.translation_key][one.language] = one.url
    return groups
