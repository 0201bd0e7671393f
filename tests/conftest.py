"""What every test starts from: English, an empty cache, and a small tree where a test asks for one."""

import gc

import pytest
from django.utils import translation
from wagtail.models import Collection, Site

from common.localization import forget_homes
from common.stamp import forget_all
from home.models import HomePage
from seed.factories.pages import Trees, plant_trees
from tests.worlds import has_own_transactions, plants_of, worlds


@pytest.fixture(autouse=True)
def _english_and_no_memory():
    """No test sees the language or the cache of another."""
    forget_all()
    translation.activate("en")
    yield
    translation.deactivate()
    forget_all()


def pytest_collection_finish():
    """Leave what was loaded once out of the search for garbage, and search seldom: a tenth of the run is gained."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Order the tests.

    A process takes one file after another. The walk of the demo site takes longest and goes first, so that no process
    ends up alone with it. Tests that commit what they do leave an empty database: their files go last. Within a file,
    tests that start from the same rows follow one another.
    """
    files = {path: place for place, path in enumerate(dict.fromkeys(item.path for item in items))}
    last = {item.path for item in items if has_own_transactions(item)}
    items.sort(
        key=lambda item: (
            item.path in last,
            "walk" not in getattr(item, "fixturenames", ()),
            files[item.path],
            has_own_transactions(item),
            [plant.__qualname__ for plant in plants_of(item)],
        )
    )


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Let the rows stand that the test starts from."""
    worlds.prepare(item)


LANGUAGES = ("en", "fr")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Plant the small tree once for all tests of a process; each test takes back what it changes."""
    with django_db_blocker.unblock():
        # Tests that commit have emptied a database that is kept from the last run.
        if not Collection.objects.exists():
            Collection.add_root(name="Root")
        if not HomePage.objects.exists():
            plant_trees(*LANGUAGES)
    worlds.open(small_tree, django_db_blocker)
    yield
    worlds.close()


def small_tree():
    """The site with a front page in English and in French, as the database has it."""
    homes = {page.locale.language_code: page for page in HomePage.objects.select_related("locale").order_by("path")}
    if tuple(homes) != LANGUAGES:
        # A test that needs real transactions has emptied the database.
        return plant_trees(*LANGUAGES)
    forget_homes()
    return Trees(Site.objects.get(), homes)


@pytest.fixture
def site_tree(db):
    """A site with a front page in English and in French: `.home`, `.homes["fr"]`, `.site`, `.locale("fr")`."""
    return small_tree()
