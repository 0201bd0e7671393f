"""Answers for machines and for what broke, and pictures from the site's own storage."""

import sys
from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import default_storage
from django.db import DatabaseError, Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from applications.rescue import unavailable
from common.errors import server_error

from .storage import joined_css

YEAR = 31_536_000


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 while the process is alive."""
    return HttpResponse("ok", content_type="text/plain", headers={"Cache-Control": "no-store"})


@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the site can serve pages, otherwise 503; each part says how it is.

    Without the shared cache pages are served, only more slowly, so it is named and makes no 503.
    """
    needed = {"database": _database(), "storage": _storage()}
    ready = all(needed.values())
    parts = {"ready": ready, "database": needed["database"], "cache": _cache(), "storage": needed["storage"]}
    return JsonResponse(parts, status=200 if ready else 503, headers={"Cache-Control": "no-store"})


def _database() -> bool:
    try:
        executor = MigrationExecutor(connection)
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return False


def _cache() -> bool:
    cache.set("readyz", "1", 10)
    return cache.get("readyz") == "1" and not getattr(cache, "is_away", False)


def _storage() -> bool:
    try:
        default_storage.exists("readyz")
    except OSError:
        return False
    return True


def failed(request: HttpRequest) -> HttpResponse:
    """Answer when something broke: with status 503 where the database did, else with 500.

    Args:
        request: the request during which it broke.
    """
    return unavailable(request) if isinstance(sys.exc_info()[1], Error) else server_error(request)


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Tell where to report a weakness (RFC 9116)."""
    expires = (timezone.now() + timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z")
    lines = [
        "Contact: mailto:alliance@coe.int",
        f"Expires: {expires}",
        "Preferred-Languages: en, fr",
        f"Canonical: {settings.WAGTAILADMIN_BASE_URL}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def picture(request: HttpRequest, path: str) -> FileResponse:
    """Send a rendition. Its name changes with its content, so it may be kept for a year.

    Originals and documents are never sent from here.

    Raises:
        Http404: if there is no such picture.
    """
    if ".." in path.split("/"):
        raise Http404
    try:
        file = default_storage.open(path)
    except (OSError, SuspiciousOperation, ValueError) as error:
        raise Http404 from error
    return FileResponse(file, headers={"Cache-Control": f"public, max-age={YEAR}, immutable"})


@require_safe
def site_css(request: HttpRequest) -> HttpResponse:
    """Send the joined style sheet straight from the tree (development only)."""
    return HttpResponse(joined_css(), content_type="text/css; charset=utf-8")
