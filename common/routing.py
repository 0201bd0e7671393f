"""From an address to a page: one query for a whole path, and a way on where a language lacks the page."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from wagtail.models import Page
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from common.addresses import path_of
from common.fallback import page_elsewhere, page_in_other_words
from common.localization import Home, homes, locale_of
from common.serving import UNTRANSLATED


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the page at a path, or lead to the language in which it exists.

    Args:
        request: A request that went through `PathLocaleMiddleware`.
        path: What follows the language in the address.

    Returns:
        The page, or a redirect to the same page in another language.

    Raises:
        Http404: If no open language has such a page.
    """
    home = homes().get(request.LANGUAGE_CODE)
    if home is None:
        raise Http404
    parts = [part for part in path.split("/") if part]
    nearest = nearest_page(home, parts)
    try:
        request._wagtail_route_for_request = route(request, home, nearest, parts)
    except Http404:
        return lead_elsewhere(request, home, nearest, parts)
    return wagtail_serve(request, path)


def nearest_page(home: Home, parts: list[str]) -> Page | None:
    """The page furthest down a path, published or not.

    Args:
        home: The front page that the path starts from.
        parts: The parts of the path.

    Returns:
        A page, without the fields of its own type.
    """
    paths = [home.root + "".join(f"{part}/" for part in parts[:end]) for end in range(len(parts) + 1)]
    return Page.objects.filter(url_path__in=paths).order_by("-depth").first()


def remaining_parts(home: Home, page: Page, parts: list[str]) -> list[str]:
    """What of a path is left below a page.

    Args:
        home: The front page that the path starts from.
        page: A page on the path.
        parts: The parts of the path.

    Returns:
        The parts that the page itself must answer.
    """
    return parts[page.url_path[len(home.root) :].count("/") :]


def route(request: HttpRequest, home: Home, nearest: Page | None, parts: list[str]) -> RouteResult:
    """Ask the page furthest down what it answers with.

    Args:
        request: The reader's request.
        home: The front page that the path starts from.
        nearest: The page furthest down the path.
        parts: The parts of the path.

    Returns:
        The page to serve and what its own route found.

    Raises:
        Http404: If there is no page, or it has no answer.
    """
    if nearest is None:
        raise Http404
    return nearest.specific.route(request, remaining_parts(home, nearest, parts))


def lead_elsewhere(request: HttpRequest, home: Home, nearest: Page | None, parts: list[str]) -> HttpResponse:
    """Lead a reader on whose language lacks the page.

    Args:
        request: The reader's request.
        home: The front page that the path starts from.
        nearest: The page furthest down the path.
        parts: The parts of the path.

    Returns:
        A temporary redirect: to the page in the reader's language if it stands elsewhere, else to another language
        with a note of the one wanted.

    Raises:
        Http404: If the page exists nowhere, or was withdrawn in this language.
    """
    left = remaining_parts(home, nearest, parts) if nearest is not None else parts
    if nearest is not None and not left and nearest.first_published_at:
        request.missing_key = nearest.translation_key
        raise Http404
    found = page_elsewhere(home, nearest, parts, left) if left else page_in_other_words(nearest)
    if found is None:
        raise Http404
    url = path_of(found)
    if found.locale_id == locale_of(request).pk:
        return HttpResponseRedirect(url)
    return HttpResponseRedirect(f"{url}?{urlencode({UNTRANSLATED: home.code})}")
