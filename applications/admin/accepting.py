"""Where an officer accepts an authority: everything is filled in, and one click makes profile, record and stories."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from applications.accepting import WITH_PROFILE, Decision, accept
from applications.admin.forms import AcceptForm
from applications.admin.guard import guarded, note_access
from applications.admin.telling import told
from applications.admin.wording import filled, templates_for
from applications.choices import Access, FormKind, Purpose
from applications.duplicates import same_members
from applications.records import Application
from membership.choices import Event
from membership.models import MemberPage


@dataclass
class Acceptance:
    """What the page shows and takes."""

    request: HttpRequest
    application: Application
    status: int = 200


@require_http_methods(["GET", "POST"])
@guarded("view", "change")
def accept_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask how an authority is accepted, and accept it.

    Args:
        request: the request of an officer.
        pk: the application.
    """
    application = get_object_or_404(Application, pk=pk, kind__in=WITH_PROFILE)
    members = [page for page in same_members(application) if page.locale.language_code == "en"]
    desk = Acceptance(request, application)
    data = request.POST if request.method == "POST" else None
    form = AcceptForm(data, initial=_initial(application, members), members=members, use_required_attribute=False)
    if request.method == "POST" and form.is_valid() and _accept(desk, form, members):
        return redirect("applications:detail", pk)
    note_access(request.user, Access.READ, [application])
    if form.is_bound and form.errors:
        desk.status = 422
    context = {
        "page_title": _("Accept %(name)s") % {"name": application.title},
        "application": application,
        "form": form,
        "members": members,
    }
    return TemplateResponse(request, "applications/admin/accept.html", context, status=desk.status)


def _initial(application, members):
    templates = templates_for(application, Purpose.ACCEPT)
    return {
        "event": Event.PARTICIPANT.value if application.kind == FormKind.JOIN else Event.SIGNATORY.value,
        "date": timezone.localdate(),
        "existing": str(members[0].pk) if members else "",
        "stories": True,
        "text": filled(templates[0], application) if templates else "",
    }


def _accept(desk, form: forms.Form, members: list[MemberPage]) -> bool:
    values = dict(form.cleaned_data)
    existing = next((page for page in members if str(page.pk) == values.get("existing")), None)
    decision = Decision(**{**values, "existing": existing})
    made = []
    if not told(desk, lambda version: made.append(accept(desk.application, desk.request.user, decision, version))):
        return False
    link = reverse("wagtailadmin_pages:edit", args=[made[0].member.pk])
    words = _("The profile is a draft; %(count)d draft stories wait in the newsroom.") % {"count": len(made[0].stories)}
    messages.success(desk.request, format_html('{} <a href="{}">{}</a>', words, link, _("Open the profile")))
    return True
