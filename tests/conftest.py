"""What every test starts from: English, an empty cache, and a small tree where a test asks for one."""

import pytest
from django.core.cache import cache
from django.utils import translation

from seed.factories.pages import plant_trees


@pytest.fixture(autouse=True)
def _english_and_no_memory():
    """No test sees the language or the cache of another."""
    cache.clear()
    translation.activate("en")
    yield
    translation.deactivate()
    cache.clear()


@pytest.fixture
def site_tree(db):
    """A site with a front page in English and in French: `.home`, `.homes["fr"]`, `.site`, `.locale("fr")`."""
    return plant_trees("en", "fr")
