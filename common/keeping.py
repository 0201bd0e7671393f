"""What any room may hold against deleting a page, asked wherever a person could do so, buttons included."""

from collections.abc import Callable

from wagtail.models import PagePermissionTester

from common.registry import Registry

__all__ = ["Permissions", "keeper"]


_keepers = Registry("keeper")


def keeper(keeps: Callable) -> Callable:
    """Add a reason to keep pages; a decorator.

    Args:
        keeps: takes an account and a page, and tells whether this person may not delete this page.

    Returns:
        The function itself.

    Raises:
        ValueError: if there is a keeper of this name already.
    """
    return _keepers.add(keeps)


class Permissions(PagePermissionTester):
    """What a person may do with a page, with what the rooms hold against it."""

    def can_delete(self, ignore_bulk=False) -> bool:
        """Tell whether the person may delete the page.

        Args:
            ignore_bulk: as in Wagtail.
        """
        if not super().can_delete(ignore_bulk):
            return False
        return not any(keeps(self.user, self.page) for keeps in _keepers)
