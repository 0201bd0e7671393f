"""The report of pages whose text states another number than the record has."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from membership.counting import counts
from membership.stated import findings

__all__ = ["FIGURES", "StatedNumbersView"]

ACTIONS = ("add", "change", "publish")
PER_PAGE = 50
FIGURES = {
    "participants": _("Participants"),
    "signatories": _("Signatories of the Declaration"),
    "countries": _("Countries of participants"),
    "signatory_countries": _("Countries of signatories"),
}


class StatedNumbersView(WagtailAdminTemplateMixin, TemplateView):
    """Lists the pages that an editor may change and whose text states another number than the record has today."""

    template_name = "membership/admin/stated_numbers.html"
    page_title = _("Numbers in texts")
    header_icon = "order"

    def dispatch(self, request, *args, **kwargs):
        """Let only those in who may change some page.

        Raises:
            PermissionDenied: for everybody else.
        """
        if not page_permission_policy.user_has_any_permission(request.user, ACTIONS):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        """Add the findings of this page of the report, and the numbers of the record."""
        allowed = page_permission_policy.instances_user_has_any_permission_for(self.request.user, ACTIONS)
        found = findings(Page.objects.filter(pk__in=allowed.order_by().values("pk")))
        part = Paginator([_row(each) for each in found], PER_PAGE).get_page(self.request.GET.get("p"))
        record = [(words, getattr(counts(), name)) for name, words in FIGURES.items()]
        return {**super().get_context_data(**kwargs), "rows": part, "total": len(found), "record": record}


def _row(finding):
    return {
        "title": finding.page.title,
        "language": finding.page.locale.language_code,
        "edit": reverse("wagtailadmin_pages:edit", args=(finding.page.pk,)),
        "view": finding.page.get_url(),
        "date": getattr(finding.page, "date", None),
        "figure": FIGURES[finding.statement.figure],
        "number": finding.statement.number,
        "today": finding.today,
        "then": finding.then,
        "excerpt": finding.statement.excerpt,
    }
