"""What is being written at an address of the editors' side, and in which language."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models
from django.shortcuts import get_object_or_404
from django.urls import Resolver404, resolve
from wagtail.models import Page, TranslatableMixin

from common.localization import language_of
from glossary.guard.texts import QUOTATIONS

__all__ = ["Place", "place_of"]

EDIT = ("wagtailadmin_pages:edit", "wagtailadmin_pages:revisions_revert")
ADD = "wagtailadmin_pages:add"


@dataclass(frozen=True)
class Place:
    """Where somebody writes.

    Attributes:
        language: language code of the text.
        page: the page, or None for a new one and for everything else.
        term: translation key of a term whose own forms may be named.
        quotations: names of fields that hold a person's own words.
        new: whether it is a page that is not saved yet.
    """

    language: str
    page: Page | None = None
    term: str = ""
    quotations: tuple[str, ...] = ()
    new: bool = False


def place_of(path: str, user) -> Place:
    """Find out what is edited at an address.

    Args:
        path: the address of an editor, such as "/admin/pages/12/edit/".
        user: who asks.

    Raises:
        PermissionDenied: if the user may not write there.
        Http404: if the page or snippet is gone.
    """
    try:
        match = resolve(path)
    except Resolver404:
        return Place(settings.LANGUAGE_CODE)
    if match.view_name in EDIT:
        return _page(match.kwargs["page_id"], user)
    if match.view_name == ADD:
        return _below(match.kwargs["parent_page_id"], user)
    return _row(match)


def _page(number, user):
    page = get_object_or_404(Page, pk=number)
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return Place(language_of(page), page, str(page.translation_key))


def _below(number, user):
    parent = get_object_or_404(Page, pk=number)
    if not parent.permissions_for_user(user).can_add_subpage():
        raise PermissionDenied
    return Place(language_of(parent), new=True)


def _row(match):
    model = getattr(match.func, "view_initkwargs", {}).get("model")
    if not _is_translatable(model):
        return Place(settings.LANGUAGE_CODE)
    row = model.objects.filter(pk=match.kwargs.get("pk")).select_related("locale").first()
    language = row.locale.language_code if row else settings.LANGUAGE_CODE
    return Place(language, quotations=QUOTATIONS.get(model._meta.label_lower, ()))


def _is_translatable(model):
    return isinstance(model, type) and issubclass(model, models.Model) and issubclass(model, TranslatableMixin)
