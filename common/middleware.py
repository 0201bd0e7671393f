"""The language of a request, and what caches and browsers may do with the answer."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import has_vary_header, patch_vary_headers
from django.utils.translation import override

from common import stamp
from common.languages import language_of_path, negotiate
from common.localization import homes

Answer = Callable[[HttpRequest], HttpResponse]

STAFF = ("/admin/", "/documents/")
PUBLIC = "public, max-age=60, stale-while-revalidate=300"
PRIVATE = "private, no-store"
HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "X-Permitted-Cross-Domain-Policies": "none",
}


class PathLocaleMiddleware:
    """Read the language from the beginning of the path, and from nowhere else; only `/` asks the browser."""

    def __init__(self, get_response: Answer) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language of the path.

        Args:
            request: Gets `LANGUAGE_CODE`.

        Returns:
            The answer, marked with its language; for `/` a redirect to an open language.

        Raises:
            Http404: If the path names a language that is not open to readers.
        """
        with stamp.one_request():
            return self.answer(request)

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language of the path, with what this request looks up kept until its end."""
        code = language_of_path(request.path_info)
        request.LANGUAGE_CODE = code or settings.LANGUAGE_CODE
        if request.path_info == "/":
            return self.choose(request)
        if code and code not in homes():
            raise Http404
        with override(request.LANGUAGE_CODE):
            response = self.get_response(request)
        if code:
            response.headers.setdefault("Content-Language", code)
        return response

    def choose(self, request: HttpRequest) -> HttpResponse:
        """Lead from `/` to the language that the browser prefers among the open ones."""
        code = negotiate(request.headers.get("Accept-Language", ""), list(homes()))
        if code is None:
            raise Http404
        response = HttpResponseRedirect(homes()[code].url)
        patch_vary_headers(response, ["Accept-Language"])
        return response


class ReaderHeaders:
    """Keep anonymous pages free of cookies and good for every cache, and all others out of every cache."""

    def __init__(self, get_response: Answer) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with the headers that fit the reader.

        Args:
            request: A request with a session cookie is somebody's own.

        Returns:
            The answer.
        """
        response = self.get_response(request)
        if request.path_info.startswith(STAFF):
            return response
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if self.is_personal(request, response):
            response.headers.setdefault("Cache-Control", PRIVATE)
            return response
        if has_vary_header(response, "Cookie"):
            remove_vary(response, "cookie")
        if response.status_code == HTTPStatus.OK and request.method in {"GET", "HEAD"}:
            response.headers.setdefault("Cache-Control", PUBLIC)
        return response

    @staticmethod
    def is_personal(request: HttpRequest, response: HttpResponse) -> bool:
        """Whether the answer is for one reader only."""
        return bool(response.cookies) or settings.SESSION_COOKIE_NAME in request.COOKIES


def remove_vary(response: HttpResponse, name: str) -> None:
    """Take one name out of the `Vary` header.

    Args:
        response: The response to change.
        name: The name, in lower case.
    """
    kept = [part.strip() for part in response.headers.get("Vary", "").split(",") if part.strip().lower() != name]
    if kept:
        response.headers["Vary"] = ", ".join(kept)
    else:
        del response.headers["Vary"]
