"""Lists to which every room adds its own functions, each under its name and once."""

from collections.abc import Callable, Iterator

__all__ = ["Registry"]


class Registry:
    """Functions that rooms add, in the order in which they were added.

    Args:
        what: What one of them is called, for the error.
    """

    def __init__(self, what: str) -> None:
        self._what = what
        self._by_name: dict[str, Callable] = {}

    def add(self, run: Callable) -> Callable:
        """Add a function; can be used as a decorator.

        Args:
            run: The function.

        Returns:
            The function itself.

        Raises:
            ValueError: If one of this name was added already.
        """
        if run.__name__ in self._by_name:
            raise ValueError(f"There is a {self._what} called {run.__name__} already.")
        self._by_name[run.__name__] = run
        return run

    def __iter__(self) -> Iterator[Callable]:
        """The functions."""
        return iter(self._by_name.values())
