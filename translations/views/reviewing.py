"""Handing in and deciding, from the bar above the translation editor."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail_localize.models import Translation

from translations import review
from translations.partial import publish_part
from translations.snippets import publish_snippet
from translations.views.segments import in_own_language

LONGEST_COMMENT = 1000


@require_POST
@in_own_language
def hand_in(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Hand a translation in for review.

    Args:
        request: A POST.
        translation_id: Which translation.

    Returns:
        A redirect to the workbench, with a message.
    """
    translation = get_object_or_404(Translation, pk=translation_id)
    reasons = _reasons(review.hand_in, translation, request.user)
    return _back(request, translation, reasons, _("The translation has been handed in for review."))


@require_POST
@in_own_language
def decide(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Approve a translation or ask for changes.

    Args:
        request: A POST with `action` and perhaps `comment`.
        translation_id: Which translation.

    Returns:
        A redirect to the workbench, with a message.
    """
    translation = get_object_or_404(Translation, pk=translation_id)
    action, comment = request.POST.get("action", ""), request.POST.get("comment", "")[:LONGEST_COMMENT]
    reasons = _reasons(review.decide, translation, request.user, action, comment)
    done = _("The translation is published.") if action == "approve" else _("You asked for changes.")
    return _back(request, translation, reasons, done)


@require_POST
@in_own_language
def publish(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Publish the translation of a theme, a frame or a quotation, which have no drafts.

    Args:
        request: A POST.
        translation_id: Which translation.

    Returns:
        A redirect to the workbench, with a message.
    """
    translation = get_object_or_404(Translation, pk=translation_id)
    reasons = publish_snippet(translation, request.user)
    return _back(request, translation, reasons, _("The translation is published."))


@require_POST
@in_own_language
def publish_first(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Publish the title and the summary of a translation; the text follows.

    Args:
        request: A POST.
        translation_id: Which translation.

    Returns:
        A redirect to the workbench, with a message.
    """
    translation = get_object_or_404(Translation, pk=translation_id)
    reasons = _reasons(publish_part, translation, request.user)
    done = _("Title and summary are published. Readers are told that the text will follow.")
    return _back(request, translation, reasons, done)


def _reasons(act: Callable[..., None], *given) -> list[str]:
    """Do something with a translation, and say why it was refused; empty if it is done."""
    try:
        act(*given)
    except review.NotReadyError as error:
        return error.reasons
    return []


def _back(request: HttpRequest, translation: Translation, reasons: list[str], done: str) -> HttpResponse:
    """Lead back to the workbench, with the reasons why something was refused, or else with what is done."""
    for reason in reasons:
        messages.error(request, reason)
    if not reasons:
        messages.success(request, done)
    return redirect("translations_workbench", translation.pk)
