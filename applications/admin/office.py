"""What the office sets up: reply templates, periods, and the logs."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from applications.admin.forms import SettingsForm, TemplateForm
from applications.admin.guard import guarded
from applications.office import AccessEntry, OfficeSettings, PurgeRun, ReplyTemplate

ON_A_PAGE, NIGHTS = 100, 30
DELETED = {
    "declined": gettext_lazy("declined applications"),
    "withdrawn": gettext_lazy("withdrawn applications"),
    "spam": gettext_lazy("held back as spam"),
    "accepted": gettext_lazy("accepted applications"),
    "replayed": gettext_lazy("erased before and come back with a backup"),
    "failed": gettext_lazy("could not be deleted"),
    "documents": gettext_lazy("documents that were never sent"),
    "files": gettext_lazy("files without a record"),
    "addresses": gettext_lazy("hashes of addresses"),
    "log": gettext_lazy("lines of the access log"),
}


@require_safe
@guarded("view")
def templates(request: HttpRequest) -> HttpResponse:
    """Show the reply templates."""
    context = {"page_title": _("Reply templates"), "rows": ReplyTemplate.objects.all()}
    return TemplateResponse(request, "applications/admin/templates.html", context)


@require_http_methods(["GET", "POST"])
@guarded("view", "change")
def template(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Write a reply template.

    Args:
        request: the request of an officer.
        pk: the template; None makes a new one.
    """
    row = get_object_or_404(ReplyTemplate, pk=pk) if pk else None
    return _form(request, TemplateForm, row, _("Reply template"), "applications:templates")


@require_POST
@guarded("view", "change")
def drop_template(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a reply template.

    Args:
        request: the request of an officer.
        pk: the template.
    """
    get_object_or_404(ReplyTemplate, pk=pk).delete()
    messages.success(request, _("The template is deleted."))
    return redirect("applications:templates")


@require_http_methods(["GET", "POST"])
@guarded("view", "change")
def office_settings(request: HttpRequest) -> HttpResponse:
    """Set how long applications are kept, and who is told of new ones."""
    return _form(request, SettingsForm, OfficeSettings.load(), _("Periods and addresses"), "applications:settings")


def _form(request, form_class, row, title, after):
    form = form_class(request.POST if request.method == "POST" else None, instance=row)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect(after)
    context = {"page_title": title, "form": form, "back": after}
    return TemplateResponse(request, "applications/admin/form.html", context, status=422 if form.errors else 200)


@require_safe
@guarded("view")
def logs(request: HttpRequest) -> HttpResponse:
    """Show who read, exported and erased what, and what was deleted each night."""
    part = Paginator(AccessEntry.objects.select_related("user"), ON_A_PAGE).get_page(request.GET.get("p"))
    purges = [(run.day, _counted(run.counts)) for run in PurgeRun.objects.all()[:NIGHTS]]
    context = {"page_title": _("Logs"), "part": part, "purges": purges}
    return TemplateResponse(request, "applications/admin/logs.html", context)


def _counted(counts):
    return [(DELETED.get(name, name), count) for name, count in counts.items() if count]
