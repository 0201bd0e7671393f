"""Handing in and deciding, from the bar above the translation editor."""

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
    try:
        review.hand_in(translation, request.user)
    except review.NotReadyError as error:
        for reason in error.reasons:
            messages.error(request, reason)
    else:
        messages.success(request, _("The translation has been handed in for review."))
    return redirect("translations_workbench", translation.pk)


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
    try:
        review.decide(translation, request.user, action, comment)
    except review.NotReadyError as error:
        for reason in error.reasons:
            messages.error(request, reason)
    else:
        approved = action == "approve"
        messages.success(request, _("The translation is published.") if approved else _("You asked for changes."))
    return redirect("translations_workbench", translation.pk)


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
    for reason in reasons:
        messages.error(request, reason)
    if not reasons:
        messages.success(request, _("The translation is published."))
    return redirect("translations_workbench", translation.pk)


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
    try:
        publish_part(translation, request.user)
    except review.NotReadyError as error:
        for reason in error.reasons:
            messages.error(request, reason)
    else:
        messages.success(request, _("Title and summary are published. Readers are told that the text will follow."))
    return redirect("translations_workbench", translation.pk)
