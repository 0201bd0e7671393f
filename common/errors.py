"""What readers see when an address leads nowhere or something broke: in the language of the address."""

import logging

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, HttpResponseServerError
from django.template import TemplateDoesNotExist, TemplateSyntaxError, loader
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override

from common.fallback import links_to
from common.languages import language_of_path
from common.localization import homes, text_direction

logger = logging.getLogger("alliance.errors")


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The answer to an address that leads nowhere: a search box and the same page in other languages.

    Args:
        request: The reader's request; `missing_key` names a page that exists but is not published.
        exception: What was raised; its text is not shown.

    Returns:
        A page with status 404.
    """
    code = language_of_path(request.path_info)
    request.LANGUAGE_CODE = code if code in homes() else settings.LANGUAGE_CODE
    request.page = None
    with override(request.LANGUAGE_CODE):
        request.failed = _("Page not found")
        links = links_to(getattr(request, "missing_key", None))
        elsewhere = [(link.name, link.code, link.url) for link in links if link.code != request.LANGUAGE_CODE]
        return HttpResponseNotFound(loader.render_to_string("404.html", {"elsewhere": elsewhere}, request))


def server_error(request: HttpRequest) -> HttpResponse:
    """The answer when something broke; it asks nothing of the database, which may be what broke.

    Args:
        request: The reader's request.

    Returns:
        A page with status 500.
    """
    code = language_of_path(request.path_info) or settings.LANGUAGE_CODE
    with override(code):
        context = {"lang": code, "dir": text_direction(code), "title": _("Something went wrong")}
        try:
            body = loader.render_to_string("500.html", context)
        except (TemplateDoesNotExist, TemplateSyntaxError):
            logger.exception("500.html cannot be shown")
            body = _bare(context)
    return HttpResponseServerError(body)


def _bare(context: dict[str, str]) -> str:
    return format_html(
        '<!doctype html><html lang="{lang}" dir="{dir}"><title>{title}</title><h1>{title}</h1></html>', **context
    )
