"""What any room may hold against deleting a page, asked wherever a person could do so, buttons included."""

from collections.abc import Callable

from wagtail.models import PagePermissionTester

__all__ = ["Permissions", "keeper"]


class _Keepers:
    by_name: dict[str, Callable] = {}


def keeper(keeps: Callable) -> Callable:
    """Add a reason to keep pages; a decorator.

    Args:
        keeps: takes an account and a page, and tells whether this person may not delete this page.

    Returns:
        The function itself.

    Raises:
        ValueError: if there is a keeper of this name already.
    """
    if keeps.__name__ in _Keepers.by_name:
        raise ValueError(f"There is a keeper called {keeps.__name__} already.")
    _Keepers.by_name[keeps.__name__] = keeps
    return keeps


class Permissions(PagePermissionTester):
    """What a person may do with a page, with what the rooms hold against it."""

    def can_delete(self, ignore_bulk=False) -> bool:
        """Tell whether the person may delete the page.

        Args:
            ignore_bulk: as in Wagtail.
        """
        if not super().can_delete(ignore_bulk):
            return False
        return not any(keeps(self.user, self.page) for keeps in _Keepers.by_name.values())
