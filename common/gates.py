"""What any room may hold against publishing, asked by the forms and wherever a person publishes without one."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied

from common.registry import Registry

__all__ = ["Obstacle", "gate", "obstacles", "refuse_closed"]


@dataclass(frozen=True)
class Obstacle:
    """One thing that keeps a page from readers.

    Attributes:
        field: name of the field of the form.
        label: what the form calls it.
        message: whole sentences.
        block: the place in the stream, where the field is one.
    """

    field: str
    label: str
    message: str
    block: int | None = None


_gates = Registry("gate")


def gate(run: Callable) -> Callable:
    """Add a gate; a decorator.

    Args:
        run: takes a page or snippet, as it would be published, and yields obstacles.

    Returns:
        The function itself.

    Raises:
        ValueError: if there is a gate of this name already.
    """
    return _gates.add(run)


def obstacles(instance) -> list[Obstacle]:
    """What keeps a page or snippet from being published.

    Args:
        instance: as it would be published, perhaps not saved yet.
    """
    return [obstacle for run in _gates for obstacle in run(instance)]


def refuse_closed(page) -> None:
    """Refuse to publish a page that has obstacles.

    Args:
        page: as it would be published.

    Raises:
        PermissionDenied: with the obstacles.
    """
    found = obstacles(page)
    if found:
        raise PermissionDenied(" ".join(f"{one.label}: {one.message}" for one in found))
