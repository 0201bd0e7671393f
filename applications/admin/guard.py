"""The door of the inbox: who may come in is asked before anything is looked up, and what is read is noted."""

from collections.abc import Callable, Iterable
from functools import wraps

from django.http import HttpRequest, HttpResponse

from applications.choices import Access
from applications.office import AccessEntry
from applications.policy import require
from applications.records import Application


def guarded(*actions: str) -> Callable:
    """Let in only those who may do some things with applications; a decorator for views.

    Args:
        actions: "view", "change", "delete" or "export".
    """

    def decorate(view):
        @wraps(view)
        def inner(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            require(request.user, *actions)
            response = view(request, *args, **kwargs)
            response.headers["Cache-Control"] = "private, no-store"
            return response

        return inner

    return decorate


def note_access(user, action: Access, applications: Iterable[Application], fmt: str = "") -> None:
    """Note who read or exported what, by reference number.

    Args:
        user: who did it.
        action: an Access.
        applications: what was read.
        fmt: the format of an export.
    """
    references = [one.reference for one in applications]
    AccessEntry.objects.create(user=user, action=action, format=fmt, count=len(references), references=references)
