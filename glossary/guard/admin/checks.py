"""Answers an editor with what the guard finds in what is being written."""

import json

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from glossary.guard.admin.places import Place, place_of
from glossary.guard.engine import find
from glossary.guard.forms import OFFENSIVE, Finding
from glossary.guard.models import AllowedForm, Quiet, Severity
from glossary.guard.records import lexicon_of

__all__ = ["check_writing"]

MOST_TEXTS, MOST_CHARACTERS, MOST_FINDINGS = 3_000, 600_000, 300


@require_POST
def check_writing(request: HttpRequest) -> JsonResponse:
    """Check the texts of an open editor.

    Args:
        request: a POST with JSON: `{path, texts: [{name, text, quoted}]}`.

    Returns:
        `{language, findings, allowed, may_allow, page, new}`; or `{error}` with status 400.
    """
    asked = _asked(request)
    if asked is None:
        return JsonResponse({"error": _("The texts could not be read.")}, status=400)
    path, texts = asked
    place = place_of(path, request.user)
    allowed = list(AllowedForm.objects.filter(page=place.page)) if place.page else []
    excused = {one.form for one in allowed}
    lexicon = lexicon_of(place.language)
    found = [row for number, text in enumerate(texts) for row in _rows(number, text, place, lexicon, excused)]
    answer = {
        "language": place.language,
        "page": place.page.pk if place.page else None,
        "new": place.new,
        "findings": found[:MOST_FINDINGS],
        "allowed": [{"id": one.pk, "form": one.form, "reason": one.reason} for one in allowed],
        "may_allow": _may_allow(place, request.user),
    }
    return JsonResponse(answer)


def _asked(request):
    try:
        data = json.loads(request.body)
        texts = [(str(text["name"]), str(text["text"]), text.get("quoted") is True) for text in data["texts"]]
        path = str(data["path"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    if len(texts) > MOST_TEXTS or sum(len(text) for _name, text, _quoted in texts) > MOST_CHARACTERS:
        return None
    return path, texts


def _rows(number, text, place: Place, lexicon, excused):
    name, words, quoted = text
    for finding in find(words, lexicon, quoted or name in place.quotations):
        if finding.form.term != place.term:
            start = _units(words[: finding.start])
            place_in_text = {"text": number, "start": start, "end": start + _units(finding.words)}
            yield place_in_text | _row(finding, _quiet(finding, excused))


def _quiet(finding, excused):
    return finding.quiet or (Quiet.ALLOWED.value if finding.form.form in excused else "")


def _units(words):
    """How long a text is for a browser, which counts an emoji as two."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def _row(finding: Finding, quiet):
    form = finding.form
    return {
        "words": finding.words,
        "form": form.form,
        "severity": form.severity,
        "severity_label": str(Severity(form.severity).label),
        "preferred": form.preferred,
        "reason": form.reason,
        "reason_language": form.reason_language,
        "url": form.url,
        "quiet": quiet,
        "note": note_on(form.severity, quiet),
    }


def note_on(severity: str, quiet: str) -> str:
    """Say what a form that may stand asks of the writer.

    Args:
        severity: one of `SEVERITIES`.
        quiet: a value of `Quiet`, or empty.
    """
    if not quiet:
        return ""
    if quiet == Quiet.QUOTATION:
        return _("It may stand in a quotation. Consider a comment that tells readers why the word hurts.")
    if quiet == Quiet.LAW and severity == OFFENSIVE:
        return _("It may stand in the title of a law. Consider a comment for readers.")
    return str(Quiet(quiet).label)


def _may_allow(place, user):
    if place.page is None:
        return {"offensive": False, "other": False}
    return {"offensive": place.page.permissions_for_user(user).can_publish(), "other": True}
