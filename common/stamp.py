"""What many pages show in common is kept under a stamp that each publication renews.

The stamp is in the database, so that all processes agree at once; a request for a page learns it with the query that
finds the page. A value never returns, so what was kept inside a change that was taken back is never found again.

Kept values are in the memory of the process first, which asks no other server, and in the shared cache for processes
that have not used them yet. As the stamp names what holds, neither can be out of date; without a shared cache each
process makes them once. In the shared cache they are kept by version of the code, too: after an upgrade, old and new
processes may run side by side.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.core.cache.backends.locmem import LocMemCache
from django.db import connection
from django.db.models import QuerySet, Subquery

from common.models import Stamp

ROW = 1
# How long unused values stay; it says nothing about when they go out of date.
KEEP = 3600
STAMP = "stamp"
# In plain words, for every publication does it, some of them many times.
RENEW = "INSERT INTO common_stamp (id, value) VALUES (%s, %s) ON CONFLICT (id) DO UPDATE SET value = excluded.value"
MOST_NEAR = 1000
# The memory of this process. Values are pickled in it, so that no request can change what others get.
near = LocMemCache("common.stamp", {"TIMEOUT": KEEP, "OPTIONS": {"MAX_ENTRIES": MOST_NEAR}})
# What this request has looked up; None outside requests, where nothing may be taken for granted.
_request: ContextVar[dict[str, Any] | None] = ContextVar("common.stamp", default=None)


@contextmanager
def one_request() -> Iterator[None]:
    """For the time of a request, look each kept value up only once."""
    token = _request.set({})
    try:
        yield
    finally:
        _request.reset(token)


def memory() -> dict[str, Any]:
    """What this request has looked up.

    Returns:
        A dictionary to read and write; outside requests one that is thrown away.
    """
    found = _request.get()
    return {} if found is None else found


def with_stamp(objects: QuerySet) -> QuerySet:
    """Let a query bring the stamp along.

    Args:
        objects: A query set.

    Returns:
        The same, each object with `site_stamp`.
    """
    return objects.annotate(site_stamp=Subquery(Stamp.objects.filter(pk=ROW).values("value")[:1]))


def learn(value: str | None) -> None:
    """Take note of the stamp that a query brought along.

    Args:
        value: None where nothing was stamped yet.
    """
    memory()[STAMP] = value or ""


def current() -> str:
    """The stamp that holds for this request, or now.

    Returns:
        A text; empty before the first change.
    """
    known = memory()
    if STAMP not in known:
        known[STAMP] = Stamp.objects.filter(pk=ROW).values_list("value", flat=True).first() or ""
    return known[STAMP]


def renew(**_signal) -> None:
    """Put out of date whatever was kept; a receiver for signals.

    Args:
        _signal: What the signal sends; not used.
    """
    memory().clear()
    with connection.cursor() as cursor:
        cursor.execute(RENEW, [ROW, uuid4().hex])


def forget_all() -> None:
    """Forget what is kept, here and in the shared cache; where rows were changed without any signal."""
    memory().clear()
    near.clear()
    cache.clear()


def kept(name: str, make: Callable[[], Any]) -> Any:
    """A value that holds until the stamp is renewed.

    Args:
        name: What it is; the same name must always mean the same.
        make: Makes it where it is not at hand; the value must be one that can be pickled.

    Returns:
        The value; not to be changed.
    """
    known, key = memory(), f"kept.{name}.{current()}"
    if key not in known:
        known[key] = near.get(key) or _from_afar(key, make)
    return known[key][0]


def _from_afar(key: str, make: Callable[[], Any]) -> tuple[Any]:
    place = f"{key}.{code_version()}"
    found = cache.get(place)
    if found is None:
        found = (make(),)
        cache.set(place, found, KEEP)
    near.set(key, found)
    return found


@lru_cache(maxsize=1)
def code_version() -> str:
    """Name the version of the site's own code; read once by each process.

    Returns:
        A text that is another one after any change of a module.
    """
    version = blake2b(digest_size=8)
    rooms = sorted(Path(one.path) for one in apps.get_app_configs() if Path(one.path).parent == settings.BASE_DIR)
    for module in (path for room in rooms for path in sorted(room.rglob("*.py"))):
        version.update(module.read_bytes())
    return version.hexdigest()
