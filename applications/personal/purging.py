"""Every night what was kept long enough is deleted; what stays is a log of counts."""

import calendar
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from applications.choices import FormKind, State
from applications.office import AccessEntry, OfficeSettings, PurgeRun
from applications.personal.erasing import erase, erase_again
from applications.records import Application, Attachment
from membership.choices import Event
from membership.models import MemberState

FORGOTTEN_DOCUMENTS = timedelta(days=1)
ADDRESSES = timedelta(days=30)
LOG_MONTHS = 24


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
        Counts by outcome, of documents that were never sent, of addresses and of log entries.
    """
    now = now or timezone.now()
    counts = {"replayed": erase_again()}
    for outcome, applications in due_applications(now).items():
        for application in applications:
            erase(application)
        counts[outcome] = len(applications)
    counts["documents"] = _forgotten(now)
    old = Application.objects.filter(received__lt=now - ADDRESSES).exclude(address_hash="")
    counts["addresses"] = old.update(address_hash="")
    Attachment.objects.filter(at__lt=now - ADDRESSES).exclude(address_hash="").update(address_hash="")
    counts["log"] = AccessEntry.objects.filter(at__lt=months_before(now, LOG_MONTHS)).delete()[0]
    return counts


def _forgotten(now):
    rows = list(Attachment.objects.filter(application=None, at__lt=now - FORGOTTEN_DOCUMENTS))
    for row in rows:
        row.file.delete(save=False)
        row.delete()
    return len(rows)


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
