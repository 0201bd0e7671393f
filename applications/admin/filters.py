"""Which applications the list shows, for the filters of its address."""

from datetime import timedelta

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from applications import choices
from applications.admin.forms import ALL, MINE, NOBODY, OPEN, FilterForm
from applications.cleaning import clean_line
from applications.receiving import folded_name
from applications.records import Application

LONG = timedelta(days=5)
ORDERS = {"received": ["received", "pk"], "due": [F("due").asc(nulls_last=True), "pk"],
          "organisation_folded": ["organisation_folded", "pk"]}  # fmt: skip


def chosen(form: FilterForm, user) -> QuerySet[Application]:
    """Return the applications that a filter chooses; what makes no sense in it chooses nothing away.

    Args:
        form: the filter, bound.
        user: whose list it is.
    """
    form.is_valid()
    values = getattr(form, "cleaned_data", {})
    rows = _by_state(Application.objects.select_related("assignee"), values.get("state"))
    for name in ("kind", "country", "language"):
        if values.get(name):
            rows = rows.filter(**{name: values[name]})
    rows = _by_person(rows, values.get("assignee"), user)
    rows = _by_time(rows, values.get("waiting"))
    words = clean_line(values.get("q") or "")
    if words:
        rows = rows.filter(_matching(words))
    return rows.order_by(*ORDERS.get(values.get("order"), ["-received", "-pk"]))


def _by_state(rows, state):
    if state == ALL:
        return rows
    return rows.filter(state__in=choices.OPEN) if state in {"", None, OPEN} else rows.filter(state=state)


def _by_person(rows, assignee, user):
    if not assignee:
        return rows
    if assignee == NOBODY:
        return rows.filter(assignee=None)
    return rows.filter(assignee=user.pk if assignee == MINE else assignee)


def _by_time(rows, waiting):
    if waiting == "late":
        return rows.filter(due__lt=timezone.localdate(), state__in=choices.OPEN)
    if waiting == "long":
        return rows.filter(received__lt=timezone.now() - LONG, state__in=choices.OPEN)
    return rows


def _matching(words):
    folded = folded_name(words)
    wanted = Q(reference__icontains=words) | Q(contact_email__icontains=words) | Q(contact_name__icontains=words)
    return wanted | Q(organisation_folded__contains=folded) if folded else wanted
