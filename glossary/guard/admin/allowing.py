"""Allows a form on one page, with a reason that stays in the history, and takes that back."""

import json

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.log_actions import log
from wagtail.models import Page

from common.localization import language_of
from glossary.guard.forms import OFFENSIVE
from glossary.guard.models import AllowedForm
from glossary.guard.records import lexicon_of
from glossary.guard.writing import write_findings

__all__ = ["ALLOWED", "FORBIDDEN", "allow", "forbid"]

ALLOWED, FORBIDDEN = "guard.allow", "guard.forbid"
LONGEST_REASON = 300


@require_POST
def allow(request: HttpRequest, page_id: int) -> JsonResponse:
    """Allow a form on a page.

    Args:
        request: a POST with JSON: `{form, reason}`.
        page_id: which page.

    Returns:
        `{id}`; or `{error}` with status 400.

    Raises:
        PermissionDenied: if the user may not write the page, or may not publish it and the form is offensive.
    """
    page = _own_page(page_id, request.user)
    form, reason = _asked(request)
    severities = _severities(page, form)
    if not severities:
        return JsonResponse({"error": _("The glossary does not advise against this form.")}, status=400)
    if not reason:
        return JsonResponse({"error": _("Say why the form may stand on this page.")}, status=400)
    if OFFENSIVE in severities and not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    row, _new = AllowedForm.objects.update_or_create(
        page=page, form=form, defaults={"reason": reason, "user": request.user}
    )
    log(instance=page, action=ALLOWED, user=request.user, data={"form": form, "reason": reason})
    _renew(page)
    return JsonResponse({"id": row.pk})


@require_POST
def forbid(request: HttpRequest, page_id: int, allowed_id: int) -> JsonResponse:
    """Take the permission for a form back.

    Args:
        request: a POST.
        page_id: which page.
        allowed_id: which permission.

    Raises:
        PermissionDenied: if the user may not write the page.
    """
    page = _own_page(page_id, request.user)
    row = get_object_or_404(AllowedForm, pk=allowed_id, page=page)
    log(instance=page, action=FORBIDDEN, user=request.user, data={"form": row.form})
    row.delete()
    _renew(page)
    return JsonResponse({})


def _own_page(page_id, user):
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return page


def _asked(request):
    try:
        data = json.loads(request.body)
        return str(data["form"]), " ".join(str(data["reason"]).split())[:LONGEST_REASON]
    except (ValueError, KeyError, TypeError):
        return "", ""


def _severities(page, form):
    patterns = lexicon_of(language_of(page)).by_first_word.values()
    return {one.form.severity for row in patterns for one in row if one.form.form == form} - {""}


def _renew(page):
    if page.live:
        write_findings(page)
