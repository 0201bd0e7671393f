"""Everything that is kept about applications, for the person they are about and for the office."""

import json
from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from applications.choices import FormKind
from applications.flows import labels_of
from applications.office import AccessEntry
from applications.records import Application
from common.spreadsheets import CSV, XLSX, csv_file, workbook


def table(applications: list[Application]) -> list[list[Any]]:
    """Return applications as rows under a header, one column for each question of the forms among them.

    Args:
        applications: the applications.
    """
    labels: dict[str, str] = {}
    for kind in FormKind:
        if any(one.kind == kind for one in applications):
            for name, label in labels_of(kind).items():
                labels.setdefault(name, str(label))
    head = [
        _("Reference"),
        pgettext("a page to fill in", "Form"),
        _("State"),
        _("Language"),
        _("Received"),
        _("Assigned to"),
        _("Due on"),
    ]
    return [[*head, *labels.values()], *(_row(one, labels) for one in applications)]


def _row(one, labels):
    own = [
        one.reference,
        one.get_kind_display(),
        one.get_state_display(),
        one.language,
        timezone.localtime(one.received).isoformat(timespec="minutes"),
        one.assignee.label if one.assignee else "",
        one.due or "",
    ]
    return [*own, *(_flat(one.answers.get(name)) for name in labels)]


def _flat(value):
    return ", ".join(map(str, value)) if isinstance(value, list) else value


def table_response(applications: list[Application], fmt: str, name: str) -> HttpResponse:
    """Return applications as a file.

    Args:
        applications: the applications.
        fmt: "csv" or "xlsx".
        name: the file's name, without ending.
    """
    rows = table(applications)
    head, *lines = rows
    data = workbook(_("Applications"), head, lines) if fmt == "xlsx" else csv_file(head, lines)
    return file_response(data, f"{name}.{fmt}", XLSX if fmt == "xlsx" else CSV)


def file_response(data: bytes, name: str, content_type: str) -> HttpResponse:
    """Return a file to be saved, and never to be shown or kept by anything between.

    Args:
        data: the file.
        name: its name, made by the site.
        content_type: what it is.
    """
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(data, content_type=content_type, headers=headers)


def everything(application: Application) -> dict[str, Any]:
    """Return all that is kept about one application.

    Args:
        application: the application.
    """
    labels = labels_of(application.kind)
    return {
        "reference": application.reference,
        "form": application.get_kind_display(),
        "state": application.get_state_display(),
        "language": application.language,
        "received": application.received.isoformat(),
        "due": application.due.isoformat() if application.due else None,
        "held_back_because": application.suspicion,
        "answers": {str(labels.get(name, name)): value for name, value in application.answers.items()},
        "notice": {"version": str(application.notice), "text": application.notice.text},
        "documents": [
            {"name": one.name, "type": one.content_type, "bytes": one.size} for one in application.attachments.all()
        ],
        **_happened(application),
    }


def _happened(application):
    return {
        "messages": [_part(one, what=one.get_direction_display(), text=one.text) for one in application.messages.all()],
        "notes": [_part(one, text=one.text) for one in application.notes.all()],
        "history": [_part(one, what=one.get_action_display(), **one.detail) for one in application.events.all()],
        "letters": [
            {"kind": one.get_kind_display(), "to": one.recipient, "subject": one.subject, "text": one.body,
             "state": one.get_state_display(), "sent": one.sent.isoformat() if one.sent else None}
            for one in application.mails.exclude(kind="notice")
        ],
        "read_by_the_team": [
            {"at": entry.at.isoformat(), "what": entry.get_action_display()}
            for entry in AccessEntry.objects.filter(at__gte=application.received)
            if application.reference in entry.references
        ],
    }  # fmt: skip


def _part(one, **more):
    return {"at": one.at.isoformat(), **more}


def person_response(applications: Iterable[Application], fmt: str) -> HttpResponse:
    """Return all that is kept about one person, as a file.

    Args:
        applications: those of the person.
        fmt: "json" or "csv".
    """
    found = [everything(one) for one in applications]
    if fmt == "csv":
        head = [_("Reference"), _("Field"), _("Value")]
        rows = [[one["reference"], name, value] for one in found for name, value in _lines("", one)]
        return file_response(csv_file(head, rows), "personal-data.csv", CSV)
    data = json.dumps({"made": timezone.now().isoformat(), "applications": found}, ensure_ascii=False, indent=2)
    return file_response(data.encode(), "personal-data.json", "application/json")


def _lines(name, value):
    if isinstance(value, dict):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value, 1)
    else:
        yield name, value
        return
    for key, part in pairs:
        yield from _lines(f"{name} / {key}" if name else str(key), part)
