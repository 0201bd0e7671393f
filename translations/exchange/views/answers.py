"""What all screens of the translators' files share: who may see them, tabs, and files as answers."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from wagtail.models import Locale

from translations.rights import locales_of, works_in_another

View = Callable[..., HttpResponse]


def target_locales(user):
    """The languages into which a person translates: those in which he works, but the source language."""
    return locales_of(user).exclude(pk=Locale.get_default().pk)


def may_exchange(user) -> bool:
    """Whether a person translates into any language; looked up once, since the menu asks several times."""
    if not hasattr(user, "translates_at_hand"):
        user.translates_at_hand = works_in_another(user)
    return user.translates_at_hand


def for_translators(view: View) -> View:
    """Let only those in who translate into some language; a decorator.

    Args:
        view: A view.

    Returns:
        The guarded view.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not may_exchange(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def page(request: HttpRequest, name: str, tab: str, context: dict) -> HttpResponse:
    """A screen.

    Args:
        request: The request.
        name: The name of its template.
        tab: Which tab is open.
        context: What it shows.
    """
    names = {
        "translations_files": _("Pages and texts"),
        "translations_memory": _("Memory"),
        "translations_interface": _("Words of the interface"),
    }
    tabs = [(reverse(url), label, url == tab) for url, label in names.items()]
    title = {"header_title": _("Translators’ files"), "tabs": tabs}
    return render(request, f"translations/admin/exchange/{name}.html", title | context)


def attachment(data: bytes, name: str, content_type: str) -> HttpResponse:
    """A file to keep.

    Args:
        data: Its bytes.
        name: Its name.
        content_type: Its kind.
    """
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
