"""What colleagues say about a segment, and whom they name."""

import re

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail_localize.models import StringSegment

from translations.letters import tell, workers
from translations.models import LONGEST_COMMENT, Letter, SegmentComment
from translations.rights import colleagues
from translations.views.workbench import opened
from translations.words import clean

MENTION = re.compile(r"(?<![\w@])@([\w.+-]+)")


@require_POST
def comment(request: HttpRequest, translation_id: int, segment_id: int) -> HttpResponse:
    """Say something about a segment; whoever is named with @, and whoever works on it, is told.

    Args:
        request: A POST with `text`.
        translation_id: Which translation.
        segment_id: Which segment.

    Returns:
        A redirect to the segment.
    """
    translation = opened(request, translation_id)
    record = get_object_or_404(StringSegment, pk=segment_id, source=translation.source_id)
    text = clean(request.POST.get("text", ""))
    if not text or len(text) > LONGEST_COMMENT:
        message = _("Write a comment of %(limit)d characters at most.") % {"limit": LONGEST_COMMENT}
        messages.error(request, message)
        return _back(translation, record)
    said = SegmentComment.objects.create(
        translation=translation, context_id=record.context_id, string_id=record.string_id, user=request.user, text=text
    )
    named = mentioned(text, translation)
    said.mentioned.set(named)
    tell([*named, *workers(translation)], Letter.Kind.COMMENT, translation, request.user)
    return _back(translation, record)


def mentioned(text: str, translation) -> list:
    """The colleagues whom a comment names.

    Args:
        text: The comment.
        translation: What it is about; only those who work in its languages can be named.
    """
    names = {name.rstrip(".") for name in MENTION.findall(text)}
    locales = [translation.target_locale_id, translation.source.locale_id]
    return list(colleagues(locales).filter(username__in=names)) if names else []


@require_POST
def resolve(request: HttpRequest, translation_id: int, comment_id: int) -> HttpResponse:
    """Say that a comment is settled, or open again.

    Args:
        request: A POST.
        translation_id: Which translation.
        comment_id: Which comment.

    Returns:
        A redirect to the segment.
    """
    translation = opened(request, translation_id)
    said = get_object_or_404(SegmentComment, pk=comment_id, translation=translation)
    said.resolved_at = None if said.resolved_at else timezone.now()
    said.save(update_fields=["resolved_at"])
    record = StringSegment.objects.filter(
        source=translation.source_id, context=said.context_id, string=said.string_id
    ).first()
    return _back(translation, record)


def _back(translation, record: StringSegment | None) -> HttpResponse:
    if record is None:
        return redirect("translations_workbench", translation.pk)
    return redirect(f"{reverse('translations_segment', args=[translation.pk, record.pk])}#comments")
