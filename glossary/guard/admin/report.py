"""The report: every form better avoided on the site, with the way to its field."""

import csv

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page
from wagtail.permissions import policy_registry

from blocks.languages import language_in
from glossary.guard.models import Severity, TermFinding
from glossary.guard.rounds import is_current

__all__ = ["may_see", "report", "report_file"]

PER_PAGE = 50
CHANGE = ("add", "change", "publish")
COLUMNS = ("severity", "language", "title", "label", "words", "form", "preferred", "excerpt", "quiet", "address")
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def may_see(user) -> bool:
    """Tell whether a user may open the report: whoever writes pages.

    Args:
        user: the user.
    """
    return user.is_superuser or policy_registry.get_by_type(Page).user_has_any_permission(user, CHANGE)


@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """Show the findings in what the user may edit.

    Args:
        request: `severity`, `language`, `quiet` narrow the list; `p` is its page.

    Returns:
        A page of the admin.
    """
    every = _visible(request.user)
    part = Paginator(_narrowed(every, request.GET), PER_PAGE).get_page(request.GET.get("p"))
    finder = AdminURLFinder(request.user)
    context = {
        "header_title": _("Words to look at"),
        "header_icon": "openquote",
        "rows": list(zip(part, _addresses(list(part), finder), strict=True)),
        "part": part,
        "counts": _counts(every),
        "severities": Severity.choices,
        "languages": _languages(every),
        "chosen": {name: request.GET.get(name, "") for name in ("severity", "language", "quiet")},
        "query": _query(request.GET),
        "current": is_current(),
    }
    return render(request, "guard/admin/report.html", context)


@require_safe
def report_file(request: HttpRequest) -> HttpResponse:
    """Give the narrowed list as a table.

    Args:
        request: as for the report.

    Returns:
        CSV in UTF-8; cells that a spreadsheet would take for formulas begin with an apostrophe.
    """
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="words-to-look-at.csv"'
    write = csv.writer(answer).writerow
    write(COLUMNS)
    rows = list(_narrowed(_visible(request.user), request.GET))
    for row, address in zip(rows, _addresses(rows, AdminURLFinder(request.user)), strict=True):
        values = [*(getattr(row, name) for name in COLUMNS[:-1]), address]
        write([f"'{value}" if str(value).startswith(DANGEROUS) else value for value in values])
    return answer


def _visible(user) -> QuerySet:
    if not may_see(user):
        raise PermissionDenied
    pages = policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, CHANGE)
    return TermFinding.objects.filter(Q(page__in=pages.values("pk")) | Q(page=None, content_type__in=_kinds(user)))


def _kinds(user):
    kinds = TermFinding.objects.filter(page=None).values_list("content_type", flat=True).distinct()
    found = ContentType.objects.filter(pk__in=list(kinds))
    return [kind.pk for kind in found if _may_change(kind.model_class(), user)]


def _may_change(model, user):
    return model is not None and policy_registry.get_by_type(model).user_has_any_permission(user, CHANGE)


def _narrowed(rows, asked):
    quiet = asked.get("quiet")
    rows = rows.exclude(quiet="") if quiet else rows.filter(quiet="")
    for name in ("severity", "language"):
        if asked.get(name):
            rows = rows.filter(**{name: asked[name]})
    return rows.order_by("rank", "language", "title", "pk")


def _counts(rows):
    """Return (label, number outside, number that may stand) for each severity and language, the gravest first."""
    grouped = rows.values("rank", "severity", "language").annotate(
        open=Count("pk", filter=Q(quiet="")), quiet=Count("pk", filter=~Q(quiet=""))
    )
    return [
        (
            Severity(row["severity"]),
            row["language"],
            language_in(row["language"], get_language()),
            row["open"],
            row["quiet"],
        )
        for row in grouped.order_by("rank", "language")
    ]


def _languages(rows):
    codes = rows.order_by("language").values_list("language", flat=True).distinct()
    return [(code, language_in(code, get_language())) for code in codes]


def _addresses(rows, finder):
    """The editor of each row, at the field; empty where the user may not open it."""
    others = {}
    for row in rows:
        if row.page_id is None:
            others.setdefault(row.content_type_id, set()).add(row.object_id)
    found = {kind: _rows_of(kind, keys) for kind, keys in others.items()}
    return [_address(row, found.get(row.content_type_id, {}), finder) for row in rows]


def _rows_of(kind, keys):
    model = ContentType.objects.get_for_id(kind).model_class()
    return {str(row.pk): row for row in model.objects.filter(pk__in=keys)} if model else {}


def _address(row, others, finder):
    if row.page_id is not None:
        address = reverse("wagtailadmin_pages:edit", args=(row.page_id,))
    else:
        instance = others.get(row.object_id)
        address = finder.get_edit_url(instance) if instance is not None else ""
    return f"{address}#field-{row.field}" if address else ""


def _query(asked):
    kept = asked.copy()
    kept.pop("p", None)
    return kept.urlencode()
