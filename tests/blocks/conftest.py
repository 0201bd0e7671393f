"""What the tests of the blocks stand on."""

from wagtail.models import Collection

from tests.worlds import world


@world
def collection(db):
    """A place for pictures and documents."""
    return Collection.get_first_root_node() or Collection.add_root(name="Root")
