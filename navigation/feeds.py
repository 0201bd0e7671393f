"""The feeds that every page offers. Rooms above this one add theirs, so that this one need not know them."""

from collections.abc import Callable

Feed = tuple[str, str, str]
_sources: list[Callable[[str], list[Feed]]] = []


def offers_feeds(source: Callable[[str], list[Feed]]) -> Callable[[str], list[Feed]]:
    """Register a function that knows feeds; a decorator.

    Args:
        source: Takes a language code and returns (title, address, media type) for each feed of that language. It is
            asked for every page, so it keeps its answer in the cache.

    Returns:
        The function itself.

    Raises:
        ValueError: If it is registered already.
    """
    if source in _sources:
        raise ValueError(f"{source} is registered already.")
    _sources.append(source)
    return source


def site_feeds(language: str) -> list[Feed]:
    """The feeds of a language.

    Args:
        language: A language code.

    Returns:
        (title, address, media type) of each, in the order of registration.
    """
    return [feed for source in _sources for feed in source(language)]
