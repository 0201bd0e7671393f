"""The workbench: a translation side by side with its source, segment by segment."""

from collections import Counter

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation, get_edit_url

from common.localization import text_direction
from translations.companions import companions_of
from translations.exchange.counting import words_of
from translations.memory import concordance, matches
from translations.models import OPEN, Origin, SegmentComment, SegmentHistory, State
from translations.quality.vocabulary import approved_terms
from translations.review import desk_for
from translations.rights import may_review, may_translate, target_of
from translations.rows import row_for, rows_for, seen_mark
from translations.segments import Segment, segment_of, segments_of
from translations.views.segments import in_own_language, is_locked
from translations.words import clean, plain
from translations.writing import languages_of, write_segment

ACTIONS = {"save": State.DRAFT, "done": State.TRANSLATED, "review": State.REVIEWED, "keep": State.KEEP_SOURCE}
OPEN_FILTER = "open"
LONGEST_QUESTION = 200


def opened(request: HttpRequest, translation_id: int) -> Translation:
    """The translation that a person opens, with what every part of the workbench needs.

    Args:
        request: The request of the person.
        translation_id: Which translation.

    Raises:
        PermissionDenied: If the person does not work on it.
        django.http.Http404: If there is none, or nobody works on it any more.
    """
    records = Translation.objects.select_related(
        "source__locale", "source__specific_content_type", "source__object", "target_locale", "brief__assignee"
    )
    translation = get_object_or_404(records, pk=translation_id, enabled=True)
    if not may_translate(request.user, translation):
        raise PermissionDenied
    return translation


def workbench(request: HttpRequest, translation_id: int, typed: dict | None = None, status: int = 200) -> HttpResponse:
    """Show the workbench.

    Args:
        request: `state` narrows the segments down to a state or to "open", `q` to those that hold words.
        translation_id: Which translation.
        typed: What was typed and not kept, by primary key of the segment.
        status: The status of the answer.

    Returns:
        A page of the admin.
    """
    translation = opened(request, translation_id)
    segments = segments_of(translation)
    shown = narrowed(segments, request.GET.get("state", ""), request.GET.get("q", ""))
    return render(
        request,
        "translations/admin/workbench.html",
        context_for(request, translation, segments, shown, typed),
        status=status,
    )


def context_for(request: HttpRequest, translation: Translation, segments: list, shown: list, typed) -> dict:
    """What the template of the workbench needs."""
    instance = target_of(translation)
    source, target = languages_of(translation)
    counts = Counter(segment.state for segment in segments)
    return {
        "header_title": str(instance),
        "translation": translation,
        "instance": instance,
        "rows": rows_for(translation, segments, shown, typed),
        "desk": desk_for(instance, request.user, translation, segments),
        "locked": is_locked(request.user, translation),
        "can_review": may_review(request.user, translation),
        "source": {"code": source, "dir": text_direction(source), "name": translation.source.locale},
        "target": {"code": target, "dir": text_direction(target), "name": translation.target_locale},
        "filters": [(state.value, state.label, counts[state]) for state in State if counts[state]],
        "open_count": sum(counts[state] for state in OPEN),
        "total": len(segments),
        "state": request.GET.get("state", ""),
        "q": request.GET.get("q", ""),
        "preview_url": preview_url(translation, instance),
        "classic_url": f"{get_edit_url(instance)}?classic=1" if instance.pk else "",
        "words": words_of(translation, segments),
        "companions": companions_of(translation, request.user),
    }


def preview_url(translation: Translation, instance) -> str:
    """Where the page can be seen with the words as they are now; empty for snippets."""
    return reverse("wagtail_localize:preview_translation", args=[translation.pk]) if isinstance(instance, Page) else ""


def narrowed(segments: list[Segment], state: str, words: str) -> list[Segment]:
    """The segments in a state that hold some words in either language.

    Args:
        segments: All of them.
        state: One of `State`, "open", or empty for all.
        words: What to look for; empty for all.
    """
    wanted = OPEN if state == OPEN_FILTER else (state,)
    found = [one for one in segments if not state or one.state in wanted]
    sought = words.strip().lower()
    return [one for one in found if sought in plain(one.source).lower() or sought in plain(one.text).lower()]


@require_POST
@in_own_language
@transaction.atomic
def write(request: HttpRequest, translation_id: int, segment_id: int) -> HttpResponse:
    """Keep what was written into one segment.

    Args:
        request: A POST with `text`, `action` and `seen`, the mark of the words the person had before them. Asked for
            JSON, it answers what the line must show anew.
        translation_id: Which translation.
        segment_id: Which segment.

    Returns:
        A redirect to the next open segment, or JSON; 409 if someone else wrote in between.
    """
    translation = opened(request, translation_id)
    # Whoever comes second waits until the words of the first are kept, and then sees that they differ.
    locked = StringSegment.objects.select_for_update(of=("self",)).select_related("string", "context")
    record = get_object_or_404(locked, pk=segment_id, source=translation.source_id)
    before, text = segment_of(translation, record), request.POST.get("text", "")
    if request.POST.get("seen", "") not in ("", seen_mark(before)):
        return _conflict(request, translation, record, text)
    state = ACTIONS.get(request.POST.get("action", ""), State.DRAFT)
    origin = Origin.MEMORY if request.POST.get("origin") == Origin.MEMORY else Origin.PERSON
    written = write_segment(translation, before, text, state, request.user, origin)
    if _wants_json(request):
        return JsonResponse(_answer(request, translation, written.segment))
    return redirect(_next(request, translation, written))


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")


def _conflict(request: HttpRequest, translation: Translation, record: StringSegment, text: str) -> HttpResponse:
    if _wants_json(request):
        message = _("Someone else changed this segment in the meantime. Load the page anew; copy your words first.")
        return JsonResponse({"message": message}, status=409)
    return workbench(request, translation.pk, typed={record.pk: text}, status=409)


def _answer(request: HttpRequest, translation: Translation, segment: Segment) -> dict:
    row = row_for(translation, 0, segment, approved_terms(*languages_of(translation)), [])
    return {
        "state": segment.state,
        "label": row.state_label,
        "seen": row.seen,
        "done": segment.done,
        "findings": render_to_string("translations/admin/findings.html", {"findings": row.findings}, request),
    }


def _next(request: HttpRequest, translation: Translation, written) -> str:
    """Back to the segment if it is not done, else on to the next one that is open."""
    segments = segments_of(translation)
    at = next((place for place, one in enumerate(segments) if one.pk == written.segment.pk), 0)
    rest = [one for one in segments[at + 1 :] + segments[:at] if one.state in OPEN]
    goal = rest[0] if written.segment.done and rest else written.segment
    query = request.POST.get("back", "")
    return f"{reverse('translations_workbench', args=[translation.pk])}{query}#s{goal.pk}"


def details(request: HttpRequest, translation_id: int, segment_id: int) -> HttpResponse:
    """Show the memory, the history and the comments of one segment.

    Args:
        request: `q` looks words up in the memory; `part=1` asks for the part alone, without the frame of the admin.
        translation_id: Which translation.
        segment_id: Which segment.

    Returns:
        A page of the admin, or a part of one.
    """
    translation = opened(request, translation_id)
    record = get_object_or_404(
        StringSegment.objects.select_related("string", "context"), pk=segment_id, source=translation.source_id
    )
    segment, languages = segment_of(translation, record), languages_of(translation)
    key = {"translation": translation, "context": record.context_id, "string": record.string_id}
    terms = approved_terms(*languages)
    words = clean(request.GET.get("q", ""))[:LONGEST_QUESTION]
    context = {
        "translation": translation,
        "row": row_for(translation, 0, segment, terms, matches(languages, segment.source)),
        "history": SegmentHistory.objects.filter(**key).select_related("user")[:50],
        "comments": SegmentComment.objects.filter(**key).select_related("user"),
        "found": concordance(languages, words) if words else None,
        "q": words,
        "header_title": segment.standing.label,
        "source": {"code": languages[0], "dir": text_direction(languages[0])},
        "target": {"code": languages[1], "dir": text_direction(languages[1])},
    }
    name = "translations/admin/details.html" if request.GET.get("part") else "translations/admin/details_page.html"
    return render(request, name, context)
