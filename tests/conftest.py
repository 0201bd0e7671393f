"""What every test starts from: English, an empty cache, and a small tree where a test asks for one."""

import gc

import pytest
from django.utils import translation
from wagtail.models import Site

from common.localization import forget_homes
from common.stamp import forget_all
from home.models import HomePage
from seed.factories.pages import Trees, plant_trees


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
    """What cannot be shared out among processes goes first, so that no process ends up alone with it."""
    items.sort(key=lambda item: item.get_closest_marker("xdist_group") is None)


LANGUAGES = ("en", "fr")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Plant the small tree once for all tests of a process; each test takes back what it changes."""
    with django_db_blocker.unblock():
        if not HomePage.objects.exists():
            plant_trees(*LANGUAGES)


@pytest.fixture
def site_tree(db):
    """A site with a front page in English and in French: `.home`, `.homes["fr"]`, `.site`, `.locale("fr")`."""
    homes = {page.locale.language_code: page for page in HomePage.objects.select_related("locale").order_by("path")}
    if tuple(homes) != LANGUAGES:
        # A test that needs real transactions has emptied the database.
        return plant_trees(*LANGUAGES)
    forget_homes()
    return Trees(Site.objects.get(), homes)
