"""One application on the officer's desk: what it says, what happened, and what can be done."""

from dataclasses import dataclass, field

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from applications import work
from applications.accepting import WITH_PROFILE
from applications.admin.forms import AssignForm, LetterForm, OptionalLetterForm
from applications.admin.guard import guarded, note_access
from applications.admin.telling import told
from applications.admin.wording import templates_for, worded
from applications.choices import MOVES, Access, Action, Purpose, State
from applications.duplicates import likeness
from applications.flows import flow_of
from applications.policy import policy, require
from applications.records import Application
from applications.screens import shown

CONFLICT, WRONG = 409, 422


@dataclass
class Desk:
    """What the page of one application shows and takes."""

    request: HttpRequest
    application: Application
    forms: dict = field(default_factory=dict)
    status: int = 200

    def __post_init__(self) -> None:
        """Prepare the forms, with the words of a template where one was chosen."""
        one = self.application
        todo = self.request.POST.get("do") if self.request.method == "POST" else None
        chosen = worded(one, self.request.GET.get("template", ""))
        for name, form in FORMS.items():
            initial = {"assignee": one.assignee_id, "due": one.due} if name == "assign" else {"text": chosen.get(name)}
            data = self.request.POST if todo == name else None
            self.forms[name] = form(data, initial=initial, auto_id=f"{name}-%s", use_required_attribute=False)


FORMS = {
    "assign": AssignForm,
    "note": LetterForm,
    "ask": LetterForm,
    "reply": LetterForm,
    "decline": OptionalLetterForm,
    "close": OptionalLetterForm,
}


@require_http_methods(["GET", "POST"])
@guarded("view")
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an application, and do what is asked of it.

    Args:
        request: the request of an officer.
        pk: the application.
    """
    application = get_object_or_404(Application.objects.select_related("assignee", "notice", "member"), pk=pk)
    desk = Desk(request, application)
    if request.method == "POST":
        require(request.user, "change")
        if _do(desk):
            return redirect("applications:detail", pk)
    note_access(request.user, Access.READ, [application])
    context = _context(desk)
    return TemplateResponse(request, "applications/admin/detail.html", context, status=desk.status)


def _do(desk):
    """Do what is asked; tell whether it was done."""
    todo = desk.request.POST.get("do", "")
    form = desk.forms.get(todo)
    if form is not None and not form.is_valid():
        desk.status = WRONG
        messages.error(desk.request, _("Nothing was done: see what is wrong below."))
        return False
    if todo not in DEEDS:
        desk.status = WRONG
        return False
    return told(desk, lambda version: DEEDS[todo](desk, form.cleaned_data if form is not None else {}, version))


def _assign(desk, values, version):
    fields = {"assignee": values["assignee"], "due": values["due"]}
    detail = {"to": values["assignee"].label if values["assignee"] else ""}
    work.change(desk.application, desk.request.user, Action.ASSIGNED, version=version, detail=detail, **fields)


DEEDS = {
    "assign": _assign,
    "take": lambda desk, _values, version: work.change(
        desk.application, desk.request.user, Action.ASSIGNED, version=version, assignee=desk.request.user
    ),
    "note": lambda desk, values, _version: work.note(desk.application, desk.request.user, values["text"]),
    "ask": lambda desk, values, version: work.ask(desk.application, desk.request.user, values["text"], version),
    "reply": lambda desk, values, version: work.reply(desk.application, desk.request.user, values["text"], version),
    "review": lambda desk, _values, version: work.move(
        desk.application, desk.request.user, State.REVIEW, version=version
    ),
    "decline": lambda desk, values, version: work.settle(
        desk.application, desk.request.user, State.DECLINED, values["text"], version
    ),
    "close": lambda desk, values, version: work.settle(
        desk.application, desk.request.user, State.ACCEPTED, values["text"], version
    ),
    "withdraw": lambda desk, _values, version: work.settle(
        desk.application, desk.request.user, State.WITHDRAWN, "", version
    ),
    "spam": lambda desk, _values, version: work.settle(desk.application, desk.request.user, State.SPAM, "", version),
    "release": lambda desk, _values, version: work.release(desk.application, desk.request.user, version),
}


def _context(desk):
    one, user = desk.application, desk.request.user
    return {
        "page_title": one.title,
        "application": one,
        "forms": desk.forms,
        "parts": answers_of(one),
        "attachments": one.attachments.all(),
        "letters": one.messages.select_related("user"),
        "notes": one.notes.select_related("user"),
        "events": one.events.select_related("user"),
        "mails": one.mails.all(),
        "likeness": likeness(one),
        "templates": {purpose: templates_for(one, purpose) for purpose in Purpose},
        "moves": {str(state) for state in MOVES[one.state]},
        "with_profile": one.kind in WITH_PROFILE,
        "may": {action: policy.allows(user, action) for action in ("change", "delete", "export")},
        "today": timezone.localdate(),
    }


def answers_of(application: Application) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the answers as people read them: each step with its pairs of label and answer.

    Args:
        application: the application.
    """
    parts = []
    for step in flow_of(application.kind).steps:
        fields = step.form().fields.items()
        rows = [(one.label, shown(one, application.answers.get(name))) for name, one in fields if one.look != "file"]
        parts.append((step.title, rows))
    return parts
