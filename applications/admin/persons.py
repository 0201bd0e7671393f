"""What is kept about one person: found by address, given out, erased."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from applications.admin.forms import PersonForm
from applications.admin.guard import guarded, note_access
from applications.choices import Access
from applications.personal.erasing import erase, made_pages
from applications.personal.exporting import person_response
from applications.records import Application


@require_http_methods(["GET", "POST"])
@guarded("view", "export")
def person(request: HttpRequest) -> HttpResponse:
    """Find what is kept about a person by e-mail address, which stands in no address of the site."""
    form = PersonForm(request.POST if request.method == "POST" else None)
    found = []
    if form.is_bound and form.is_valid():
        found = list(Application.objects.filter(contact_email__iexact=form.cleaned_data["email"]))
        if request.POST.get("do") in {"json", "csv"} and found:
            note_access(request.user, Access.EXPORT, found, request.POST["do"])
            return person_response(found, request.POST["do"])
        note_access(request.user, Access.PERSON, found)
    context = {
        "page_title": _("Personal data of one person"),
        "form": form,
        "found": found,
        "searched": form.is_bound and form.is_valid(),
    }
    return TemplateResponse(request, "applications/admin/person.html", context)


@require_safe
@guarded("view", "export")
def export_one(request: HttpRequest, pk: int, fmt: str) -> HttpResponse:
    """Give out all that is kept about one application.

    Args:
        request: the request of an officer.
        pk: the application.
        fmt: "json" or "csv".
    """
    application = get_object_or_404(Application, pk=pk)
    note_access(request.user, Access.EXPORT, [application], fmt)
    return person_response([application], fmt)


@require_http_methods(["GET", "POST"])
@guarded("view", "delete")
def erase_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what goes with an application, and erase it.

    Args:
        request: the request of an officer.
        pk: the application.
    """
    application = get_object_or_404(Application, pk=pk)
    if request.method == "POST":
        _erase(request, [application])
        return redirect("applications:index")
    pages = made_pages(application)
    context = {
        "page_title": _("Erase %(reference)s") % {"reference": application.reference},
        "application": application,
        "drafts": [page for page in pages if page.first_published_at is None],
        "published": [page for page in pages if page.first_published_at],
    }
    return TemplateResponse(request, "applications/admin/erase.html", context)


@require_POST
@guarded("view", "delete")
def erase_person(request: HttpRequest) -> HttpResponse:
    """Erase all that is kept about a person."""
    form = PersonForm(request.POST)
    if form.is_valid() and request.POST.get("sure"):
        _erase(request, list(Application.objects.filter(contact_email__iexact=form.cleaned_data["email"])))
    else:
        messages.error(request, _("Nothing was erased: tick the box to say that you are sure."))
    return redirect("applications:person")


def _erase(request, applications):
    note_access(request.user, Access.ERASE, applications)
    for application in applications:
        erase(application)
    count = len(applications)
    words = ngettext("%(count)d application was erased.", "%(count)d applications were erased.", count)
    messages.success(request, words % {"count": count})
