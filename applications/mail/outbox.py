"""The outbox: letters leave one by one, are tried again with growing pauses, and are flagged after the last try."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from applications.choices import MailState
from applications.mail.handing import Refused, hand_over
from applications.mail.turnstile import alone
from applications.office import OutgoingMail

log = logging.getLogger("alliance.mail")
# Minutes until the next try: about two days in all, as mail servers do it.
PAUSES = (1, 5, 15, 60, 180, 360, 720, 1440)
TRIES = len(PAUSES) + 1
# After so many failures in a row the server is taken to be down until the next round.
PATIENCE = 2
ONE_ROUND = 200


@dataclass
class Tally:
    """What one round did."""

    sent: int = 0
    put_off: int = 0
    failed: int = 0
    uncertain: int = 0


def send_due(*, now: bool = False) -> Tally | None:
    """Send what is due.

    Args:
        now: also what pauses after a failed try.

    Returns:
        What was done; None where another process is sending.
    """
    with alone() as entered:
        if not entered:
            return None
        tally = Tally(uncertain=_tidy_up())
        for mail in _due(now):
            _send(mail, tally)
            if tally.put_off + tally.failed >= PATIENCE and not tally.sent:
                break
        return tally


def _tidy_up() -> int:
    """Put in order what a process left that was killed: only one sends at a time, so nothing is on its way now."""
    if not OutgoingMail.objects.filter(state__in=(MailState.CLAIMED, MailState.HANDING)).exists():
        return 0
    claimed = OutgoingMail.objects.filter(state=MailState.CLAIMED)
    claimed.filter(attempts__gte=TRIES).update(state=MailState.FAILED, problem="Interrupted")
    claimed.update(state=MailState.WAITING)
    left = OutgoingMail.objects.filter(state=MailState.HANDING)
    count = left.update(state=MailState.UNCERTAIN, problem="Interrupted")
    if count:
        log.error("%d letters were interrupted on their way: somebody must look whether they arrived.", count)
    return count


def _due(now: bool) -> Iterator[OutgoingMail]:
    waiting = OutgoingMail.objects.filter(state=MailState.WAITING)
    if not now:
        waiting = waiting.filter(due__lte=timezone.now())
    for pk in list(waiting.order_by("due", "pk").values_list("pk", flat=True)[:ONE_ROUND]):
        claimed = OutgoingMail.objects.filter(pk=pk, state=MailState.WAITING).update(
            state=MailState.CLAIMED, attempts=F("attempts") + 1
        )
        if claimed:
            yield OutgoingMail.objects.get(pk=pk)


def _send(mail: OutgoingMail, tally: Tally) -> None:
    rows = OutgoingMail.objects.filter(pk=mail.pk)
    try:
        hand_over(mail, lambda: rows.update(state=MailState.HANDING))
    except Refused as refused:
        _put_off(mail, rows, str(refused), tally)
        return
    rows.update(state=MailState.SENT, sent=timezone.now(), problem="")
    tally.sent += 1


def _put_off(mail, rows, problem, tally):
    if mail.attempts >= TRIES:
        rows.update(state=MailState.FAILED, problem=problem)
        tally.failed += 1
        log.error("Letter %s was not sent after %d tries: %s", mail.pk, mail.attempts, problem)
        return
    pause = timedelta(minutes=PAUSES[mail.attempts - 1])
    rows.update(state=MailState.WAITING, due=timezone.now() + pause, problem=problem)
    tally.put_off += 1


def send_again(mail: OutgoingMail) -> None:
    """Let a letter be tried again from the beginning.

    Args:
        mail: a letter that failed, or perhaps did not arrive.
    """
    states = (MailState.FAILED, MailState.UNCERTAIN, MailState.WAITING)
    OutgoingMail.objects.filter(pk=mail.pk, state__in=states).update(
        state=MailState.WAITING, attempts=0, due=timezone.now(), problem=""
    )
