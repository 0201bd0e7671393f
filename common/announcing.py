"""The feeds about what a page shows, known to rooms above that of the page."""

from collections.abc import Callable

from wagtail.models import Page

Feed = tuple[str, str, str]
_sources: list[Callable[[Page], list[Feed]]] = []


def announces_feeds(source: Callable[[Page], list[Feed]]) -> Callable[[Page], list[Feed]]:
    """Register a function that knows feeds about pages; a decorator.

    Args:
        source: Takes a page and returns (title, whole address, media type) for each feed about it, mostly none.

    Returns:
        The function itself.

    Raises:
        ValueError: If it is registered already.
    """
    if source in _sources:
        raise ValueError(f"{source} is registered already.")
    _sources.append(source)
    return source


def feeds_about(page: Page) -> list[Feed]:
    """The feeds about what a page shows.

    Args:
        page: A page of any type.

    Returns:
        (title, whole address, media type) of each, in the order of registration.
    """
    return [feed for source in _sources for feed in source(page)]
