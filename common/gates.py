"""What any room may hold against publishing, asked by the forms and wherever a person publishes without one."""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import NoReturn

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext

from common.registry import Registry

__all__ = ["Obstacle", "Refusals", "gate", "obstacles", "refuse", "refuse_closed"]


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
# Why this request could not publish something; None outside requests.
_refusals: ContextVar[list[str] | None] = ContextVar("common.gates.refusals", default=None)


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
        refuse(page, " ".join(f"{one.label}: {one.message}" for one in found))


def refuse(page, reason: str) -> NoReturn:
    """Refuse to publish something, whatever the reason; within a request the person reads it.

    Args:
        page: what would be published, also a snippet.
        reason: whole sentences.

    Raises:
        PermissionDenied: with the reason.
    """
    if (refusals := _refusals.get()) is not None:
        refusals.append(gettext("“%(page)s” was not published. %(reason)s") % {"page": page, "reason": reason})
    raise PermissionDenied(reason)


class Refusals:
    """Tells a person why something was not published where no form does: the CMS says only that it was not allowed."""

    def __init__(self, get_response: Callable) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request):
        """Answer, with the reasons of what was refused as messages.

        Args:
            request: a request of anybody.
        """
        refusals: list[str] = []
        token = _refusals.set(refusals)
        try:
            response = self.get_response(request)
        finally:
            _refusals.reset(token)
        for reason in refusals:
            messages.error(request, reason)
        return response
