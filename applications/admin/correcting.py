"""Where an officer corrects what an application says, when its applicant asks for it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from applications import work
from applications.admin.accepting import Acceptance
from applications.admin.guard import guarded, note_access
from applications.admin.telling import told
from applications.choices import Access
from applications.flows import flow_of
from applications.records import Application


@require_http_methods(["GET", "POST"])
@guarded("view", "change")
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the answers in the form they came from, and keep what was corrected.

    Args:
        request: the request of an officer.
        pk: the application.
    """
    application = get_object_or_404(Application, pk=pk)
    desk = Acceptance(request, application)
    steps = [(step, _form(step, request, application)) for step in flow_of(application.kind).steps]
    if request.method == "POST":
        if any(form.errors for _step, form in steps):
            desk.status = 422
        elif told(desk, lambda version: work.correct(application, request.user, _answers(steps), version)):
            return redirect("applications:detail", pk)
    note_access(request.user, Access.READ, [application])
    context = {
        "page_title": _("Correct %(name)s") % {"name": application.title},
        "application": application,
        "steps": steps,
    }
    return TemplateResponse(request, "applications/admin/correct.html", context, status=desk.status)


def _form(step, request, application):
    form = step.form(request.POST if request.method == "POST" else None, initial=application.answers)
    for name in step.files:
        del form.fields[name]
    for field in form.fields.values():
        field.widget.attrs.pop("class", None)
    return form


def _answers(steps):
    return {name: value for _step, form in steps for name, value in form.cleaned_data.items()}
