"""What is done with several applications at once: with all of those named, or with none."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from applications.admin.forms import officers
from applications.admin.guard import guarded, note_access
from applications.choices import Access, Action, State
from applications.cleaning import number_of
from applications.personal.exporting import table_response
from applications.policy import require
from applications.records import Application
from applications.work import NotPossible, change, move, release

MOST = 200
STATES = {"review": State.REVIEW, "spam": State.SPAM}


@require_POST
@guarded("view")
def bulk(request: HttpRequest) -> HttpResponse:
    """Do one thing with all applications that are named, unless one of them is not the user's to act on."""
    todo = request.POST.get("do", "")
    wanted = _numbers(request.POST.getlist("id"))
    back = redirect(f"{reverse('applications:index')}?{request.POST.get('query', '')[:500]}")
    rows = list(Application.objects.filter(pk__in=wanted)) if wanted else []
    if not rows or len(rows) != len(wanted):
        messages.error(request, _("Nothing was done: choose applications of this list, at most 200."))
        return back
    if todo in {"csv", "xlsx"}:
        require(request.user, "export")
        note_access(request.user, Access.EXPORT, rows, todo)
        return table_response(rows, todo, f"applications-{timezone.localdate().isoformat()}")
    require(request.user, "change")
    _do_all(request, rows, todo)
    return back


def _numbers(texts):
    """The numbers named, or none at all where one is no number or there are too many."""
    numbers = {number_of(text) for text in texts}
    return set() if None in numbers or len(numbers) > MOST else numbers


def _do_all(request, rows, todo):
    try:
        with transaction.atomic():
            for row in rows:
                _do(request, row, todo)
    except NotPossible:
        messages.error(request, _("Nothing was done: one of the applications is in a state that does not allow it."))
        return
    words = ngettext("%(count)d application was changed.", "%(count)d applications were changed.", len(rows))
    messages.success(request, words % {"count": len(rows)})


def _do(request, row, todo):
    if todo in STATES:
        move(row, request.user, STATES[todo])
    elif todo == "release":
        release(row, request.user)
    elif todo == "assign":
        person = _colleague(request.POST.get("assignee", ""))
        change(row, request.user, Action.ASSIGNED, assignee=person, detail={"to": person.pk if person else None})
    elif todo == "due":
        change(row, request.user, Action.ASSIGNED, due=_day(request.POST.get("due", "")))
    else:
        raise NotPossible


def _colleague(text):
    """The officer named, or nobody where nobody is named."""
    person = officers().filter(pk=number_of(text)).first() if text else None
    if text and person is None:
        raise NotPossible
    return person


def _day(text):
    try:
        day = parse_date(text)
    except ValueError as error:
        raise NotPossible from error
    if text and day is None:
        raise NotPossible
    return day
