"""From an address to a page: one query for a whole path, and a way on where a language lacks the page."""

from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from common import stamp
from common.addresses import path_of
from common.fallback import page_elsewhere, page_in_other_words
from common.localization import (
    LIGHT,
    Home,
    check_homes,
    homes,
    locale_of,
    surroundings_among,
)
from common.restrictions import is_everyones
from common.serving import UNTRANSLATED

SAFE = ("GET", "HEAD", "OPTIONS")


@csrf_exempt
def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the page at a path, or lead to the language in which it exists.

    A page that says that it `takes_posts` guards them itself, since readers have no cookie; others refuse them.

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
    nearest = nearest_page(home, parts, request)
    try:
        found = request._wagtail_route_for_request = route(request, home, nearest, parts)
    except Http404:
        return lead_elsewhere(request, home, nearest, parts)
    if request.method not in SAFE and not getattr(found.page, "takes_posts", False):
        return HttpResponseNotAllowed(SAFE)
    return wagtail_serve(request, path)


def nearest_page(home: Home, parts: list[str], request: HttpRequest) -> Page | None:
    """The page furthest down a path, published or not.

    The same query brings what stands around it, and the stamp of what all pages show.

    Args:
        home: The front page that the path starts from.
        parts: The parts of the path.
        request: Keeps the surroundings for the rest of the request.

    Returns:
        A page, without the fields of its own type.
    """
    paths = [home.root + "".join(f"{part}/" for part in parts[:end]) for end in range(len(parts) + 1)]
    found = list(_along(paths))
    on_path = [page for page in found if page.url_path in paths]
    if not on_path:
        return None
    nearest = max(on_path, key=lambda page: page.depth)
    stamp.learn(nearest.site_stamp)
    check_homes()
    if nearest.url_path == paths[-1]:
        request.surroundings = (nearest.pk, surroundings_among(nearest, filter(is_everyones, found)))
    return nearest


def _along(paths: list[str]) -> QuerySet[Page]:
    """The pages on a path, and the last of them in all languages; by the slugs, for they have an index."""
    slugs = [path.rstrip("/").rpartition("/")[2] for path in paths]
    last = Page.objects.filter(url_path=paths[-1], slug=slugs[-1]).order_by().values("translation_key")
    wanted = Q(url_path__in=paths, slug__in=slugs) | Q(translation_key__in=last, alias_of=None)
    fields = (*LIGHT, "alias_of", "content_type", "first_published_at")
    return stamp.with_stamp(Page.objects.filter(wanted).order_by()).only(*fields)


def specific(page: Page) -> Page:
    """A page with the fields of its own type and the pictures that it names, in one query.

    Args:
        page: A page without them.

    Returns:
        The page.
    """
    model = page.cached_content_type.model_class()
    if model is None or model is Page:
        return page.specific
    pictures = [field.name for field in model._meta.fields if field.related_model is get_image_model()]
    return model._default_manager.select_related(*pictures).get(pk=page.pk)


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
    return specific(nearest).route(request, remaining_parts(home, nearest, parts))


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
