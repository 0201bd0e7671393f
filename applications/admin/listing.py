"""The list of applications, its saved views, and its export."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from applications.admin.filters import chosen
from applications.admin.forms import FilterForm, officers
from applications.admin.guard import guarded, note_access
from applications.choices import Access, MailState
from applications.cleaning import clean_line
from applications.duplicates import with_likeness
from applications.office import OutgoingMail, SavedView
from applications.personal.exporting import table_response
from applications.policy import policy

ON_A_PAGE = 50
MOST_EXPORTED = 5000


@require_safe
@guarded("view")
def inbox(request: HttpRequest) -> HttpResponse:
    """Show the list."""
    form = FilterForm(request.GET)
    rows = chosen(form, request.user)
    part = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("p"))
    shown = list(part)
    note_access(request.user, Access.LIST, shown)
    ids = [one.pk for one in shown]
    troubled = OutgoingMail.objects.filter(application__in=ids, state__in=(MailState.FAILED, MailState.UNCERTAIN))
    query = request.GET.copy()
    query.pop("p", None)
    context = {
        "page_title": _("Applications"),
        "form": form,
        "part": part,
        "rows": shown,
        "alike": with_likeness(shown),
        "troubled": set(troubled.values_list("application_id", flat=True)),
        "views": SavedView.objects.filter(user=request.user),
        "query": query.urlencode(),
        "colleagues": officers(),
        "may": {action: policy.allows(request.user, action) for action in ("change", "delete", "export")},
    }
    return TemplateResponse(request, "applications/admin/inbox.html", context)


@require_safe
@guarded("view", "export")
def export(request: HttpRequest, fmt: str) -> HttpResponse:
    """Export what the list shows.

    Args:
        request: with the filters of the list.
        fmt: "csv" or "xlsx".
    """
    rows = list(chosen(FilterForm(request.GET), request.user)[: MOST_EXPORTED + 1])
    if len(rows) > MOST_EXPORTED:
        words = _("Nothing was exported: these are more than %(most)d applications. Filter the list first.")
        messages.error(request, words % {"most": MOST_EXPORTED})
        return redirect(f"{reverse('applications:index')}?{request.GET.urlencode()}")
    note_access(request.user, Access.EXPORT, rows, fmt)
    return table_response(rows, fmt, f"applications-{timezone.localdate().isoformat()}")


@require_POST
@guarded("view")
def save_view(request: HttpRequest) -> HttpResponse:
    """Keep the filters of the list under a name."""
    name, query = clean_line(request.POST.get("name", ""))[:60], request.POST.get("query", "")[:500]
    if name:
        SavedView.objects.update_or_create(user=request.user, name=name, defaults={"query": query})
        messages.success(request, _("The view “%(name)s” is saved.") % {"name": name})
    else:
        messages.error(request, _("Give the view a name."))
    return redirect(f"{reverse('applications:index')}?{query}")


@require_POST
@guarded("view")
def drop_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget a saved view of one's own.

    Args:
        request: the request.
        pk: the view.
    """
    get_object_or_404(SavedView, pk=pk, user=request.user).delete()
    return redirect("applications:index")
