"""What the office sets up: reply templates, periods, and the logs."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from applications.admin.forms import SettingsForm, TemplateForm
from applications.admin.guard import guarded
from applications.office import AccessEntry, OfficeSettings, PurgeRun, ReplyTemplate

ON_A_PAGE = 100


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
    context = {"page_title": _("Logs"), "part": part, "purges": PurgeRun.objects.all()[:30]}
    return TemplateResponse(request, "applications/admin/logs.html", context)
