"""The files of open data that the rooms offer; one page lists them all, and rooms need not know each other."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

__all__ = ["DataFile", "DataSet", "data_sets", "offers_data", "send"]

METHODS = "GET, HEAD, OPTIONS"


@dataclass(frozen=True)
class DataFile:
    """One file: its address, what format it is in, and where that format is described."""

    url: str
    format: str
    media_type: str
    schema: str = ""


@dataclass(frozen=True)
class DataSet:
    """One set of data in its formats, in the language of the reader."""

    key: str
    title: str
    description: str
    files: list[DataFile]
    fields: list[tuple[str, str]] = field(default_factory=list)
    example: str = ""
    licence: str = ""


_sources: list[Callable[[], list[DataSet]]] = []


def offers_data(source: Callable[[], list[DataSet]]) -> Callable[[], list[DataSet]]:
    """Register a function that knows sets of data; a decorator.

    Args:
        source: Returns the sets in the active language.

    Returns:
        The function itself.

    Raises:
        ValueError: If it is registered already.
    """
    if source in _sources:
        raise ValueError(f"{source} is registered already.")
    _sources.append(source)
    return source


def data_sets() -> list[DataSet]:
    """All sets of data that the site offers.

    Returns:
        Sets in the order of registration.
    """
    return [one for source in _sources for one in source()]


def send(request: HttpRequest, mark: str, content: bytes, media_type: str, name: str) -> HttpResponse:
    """Answer with a file of open data: with 304 where the reader has it, and for pages of every origin.

    Args:
        request: The reader's request; OPTIONS asks what is allowed.
        mark: Changes when the content does.
        content: The bytes.
        media_type: What they are.
        name: Of the file, where somebody stores it.

    Returns:
        The answer.
    """
    if request.method == "OPTIONS":
        response = HttpResponse(status=204, headers={"Access-Control-Allow-Methods": METHODS, "Allow": METHODS})
        response.headers["Access-Control-Allow-Headers"] = "If-None-Match, If-Modified-Since"
        response.headers["Access-Control-Max-Age"] = "86400"
    else:
        etag = quote_etag(mark)
        response = get_conditional_response(request, etag=etag)
        response = response or HttpResponse(content, content_type=media_type)
        response.headers["ETag"] = etag
        response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "ETag"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
