"""When nothing can be kept, for the database is down or too much is sent: every word that was typed is given back."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils.translation import gettext as _
from django.utils.translation import override

from applications import limits, sealing
from applications.flows import FLOWS, labels_of
from applications.refusing import UNREADABLE
from applications.status import AnswerForm, LookUpForm
from applications.suspicion import TRAP
from common.languages import language_of_path
from common.localization import text_direction

log = logging.getLogger("alliance.applications")
RETRY = 30
STAFF = ("/admin/", "/documents/")
BESIDE = (AnswerForm, LookUpForm)
OWN = {"state", "step", "go", "consent", TRAP}


class TypedWordsKept:
    """Answers for the site when the database fails or a sender floods it, before either costs more."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, unless its sender sends faster than people do."""
        sends = request.method == "POST" and not request.path_info.startswith(STAFF)
        if sends and limits.is_flooding(sealing.address_of(request)):
            return flooded(request)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for a view that failed because of the database.

        Args:
            request: the request.
            exception: what was raised.
        """
        if not isinstance(exception, Error) or request.path_info.startswith(STAFF):
            return None
        log.error("The database failed at %s: %s", request.path_info[:200], type(exception).__name__)
        return unavailable(request)


def unavailable(request: HttpRequest) -> HttpResponse:
    """Return the page that gives back what was typed; it asks nothing of the database.

    Args:
        request: a reader's request.
    """
    return _given_back(request, 503, RETRY)


def flooded(request: HttpRequest) -> HttpResponse:
    """Return the page for a sender who sends faster than people do; it asks nothing of the database either.

    Args:
        request: one post too many.
    """
    return _given_back(request, 429, limits.MINUTE)


def _given_back(request, status, retry):
    code = language_of_path(request.path_info) or settings.LANGUAGE_CODE
    sent = _sent(request) if request.method == "POST" and not limits.is_too_large(request) else {}
    with override(code):
        names = {name: label for kind in FLOWS for name, label in labels_of(kind).items()}
        names |= {name: field.label for form in BESIDE for name, field in form.base_fields.items()}
        pairs = [(name, value) for name, values in sent.items() for value in values]
        context = {
            "lang": code,
            "dir": text_direction(code),
            "title": _("Please try again in a moment"),
            "status": status,
            "path": request.path_info,
            "pairs": pairs,
            "typed": [(names.get(name, name), value) for name, value in _typed(sent) if value],
            "had_files": bool(sent) and bool(request.FILES),
        }
        body = loader.render_to_string("applications/unavailable.html", context)
    headers = {"Retry-After": str(retry), "Cache-Control": "no-store"}
    return HttpResponse(body, status=status, headers=headers)


def _typed(sent):
    """Every word by its field: what the form carried from earlier steps, and what was typed in this one."""
    here = {name: values for name, values in sent.items() if name not in OWN}
    words = sealing.words_in(next(iter(sent.get("state", [])), "")) | here
    return [(name, value) for name, values in words.items() for value in values]


def _sent(request):
    try:
        return {name: request.POST.getlist(name) for name in request.POST if name != "csrfmiddlewaretoken"}
    except (*UNREADABLE, OSError):
        return {}
