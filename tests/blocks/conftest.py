"""What the tests of the blocks stand on."""

import pytest
from wagtail.models import Collection


@pytest.fixture
def collection(db):
    """A place for pictures and documents."""
    return Collection.get_first_root_node() or Collection.add_root(name="Root")
