"""Every night what was kept long enough is deleted; what stays is a log of counts."""

import calendar
import logging
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import Error, IntegrityError, transaction
from django.utils import timezone

from applications.choices import FormKind, State
from applications.office import AccessEntry, OfficeSettings, PurgeRun
from applications.personal.erasing import came_back, erase, settle_disk
from applications.private import private_storage
from applications.records import Application, Attachment
from membership.choices import Event
from membership.models import MemberState

FORGOTTEN_DOCUMENTS = timedelta(days=1)
ADDRESSES = timedelta(days=30)
SETTLING = timedelta(hours=1)
LOG_MONTHS = 24
FOLDER = "applications"
log = logging.getLogger("alliance.applications")


def months_before(moment: datetime, count: int) -> datetime:
    """Return the same day of the month some months before, or the last day of a shorter month.

    Args:
        moment: the moment.
        count: how many months.
    """
    year, month = divmod(moment.year * 12 + moment.month - 1 - count, 12)
    day = min(moment.day, calendar.monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)


def due_applications(now=None) -> dict[str, list[Application]]:
    """Return the applications that were kept long enough, by outcome.

    Args:
        now: the moment; None means now.
    """
    now, rules = now or timezone.now(), OfficeSettings.load()
    settled = Application.objects.filter(settled_at__isnull=False)
    declined = settled.filter(state=State.DECLINED, settled_at__lt=months_before(now, rules.declined_months))
    withdrawn = settled.filter(state=State.WITHDRAWN, settled_at__lt=now - timedelta(days=rules.withdrawn_days))
    spam = Application.objects.filter(state=State.SPAM, received__lt=now - timedelta(days=rules.spam_days))
    return {
        "declined": list(declined),
        "withdrawn": list(withdrawn),
        "spam": list(spam),
        "accepted": _ended(settled.filter(state=State.ACCEPTED), now, rules),
    }


def _ended(accepted, now, rules):
    letters = accepted.filter(kind=FormKind.CONTACT)
    letters = letters.filter(settled_at__lt=months_before(now, rules.answered_months))
    before = months_before(now, rules.accepted_months)
    others = accepted.exclude(kind=FormKind.CONTACT).filter(settled_at__lt=before).select_related("member")
    return [*letters, *(one for one in others if _has_ended(one, before.date()))]


def _has_ended(application, before):
    """A membership without an end goes on; a cooperation counts from the decision."""
    if application.kind == FormKind.COOPERATE or application.member is None:
        return True
    lines = MemberState.objects.filter(page=application.member)
    last = lines.exclude(date=None).order_by("-date", "-sort_order").first()
    return bool(last and last.kind == Event.WITHDRAWN and last.date < before)


def purge(now=None) -> dict[str, int]:
    """Delete what was kept long enough.

    Args:
        now: the moment; None means now.

    Returns:
        Counts by outcome, of documents that were never sent, of files without a record, of addresses and of log
        entries; and of what could not be deleted, which the next night tries again.
    """
    now = now or timezone.now()
    counts = {"failed": 0}
    for outcome, applications in {"replayed": came_back(), **due_applications(now)}.items():
        counts[outcome] = sum(_erased(application) for application in applications)
        counts["failed"] += len(applications) - counts[outcome]
    counts["documents"] = _forgotten(now)
    counts["files"] = _without_record()
    old = Application.objects.filter(received__lt=now - ADDRESSES).exclude(address_hash="")
    counts["addresses"] = old.update(address_hash="")
    Attachment.objects.filter(at__lt=now - ADDRESSES).exclude(address_hash="").update(address_hash="")
    counts["log"] = AccessEntry.objects.filter(at__lt=months_before(now, LOG_MONTHS)).delete()[0]
    settle_disk()
    return counts


def _erased(application):
    try:
        erase(application, settle=False)
    except (OSError, Error, ValidationError):
        log.exception("An application that was kept long enough could not be erased; the next night tries again.")
        return False
    return True


def _forgotten(now):
    rows = list(Attachment.objects.filter(application=None, at__lt=now - FORGOTTEN_DOCUMENTS))
    for row in rows:
        row.file.delete(save=False)
        row.delete()
    return len(rows)


def _without_record():
    """Delete files that a process left which ended between file and record; none of the last hour."""
    storage, left = private_storage(), 0
    known = set(Attachment.objects.values_list("file", flat=True))
    for name in list(_files(storage, FOLDER)):
        if name not in known and storage.get_modified_time(name) < timezone.now() - SETTLING:
            storage.delete(name)
            left += 1
    return left


def _files(storage, folder):
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}/{name}" for name in files)
    for name in folders:
        yield from _files(storage, f"{folder}/{name}")


def purge_if_due() -> dict[str, int] | None:
    """Delete what is due, once a day, whichever process comes first.

    Returns:
        What was deleted, or None where that was done today.
    """
    today = timezone.localdate()
    if PurgeRun.objects.filter(day=today).exists():
        return None
    try:
        with transaction.atomic():
            run = PurgeRun.objects.create(day=today)
    except IntegrityError:
        return None
    run.counts = purge()
    run.save(update_fields=["counts"])
    return run.counts
