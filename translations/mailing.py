"""Sends the letters that were written: at once, or one a day for those who want that."""

import logging
from collections import defaultdict
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import get_connection, send_mail
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from translations.board import is_late
from translations.letters import tell
from translations.models import Brief, Letter, LetterChoice
from translations.progress import page_translations, progress_of_all
from translations.rights import may_translate

log = logging.getLogger("alliance.translations")
MORNING = 7
MOST_ATTEMPTS = 5
PATIENCE = 10


def remind_of_overdue() -> int:
    """Write a letter for each translation that should be done by now, once for each deadline.

    Returns:
        How many letters are new.
    """
    today = timezone.localdate()
    late = list(page_translations().filter(brief__deadline__lt=today).select_related("brief", "brief__assignee"))
    if not late:
        return 0
    told = Letter.objects.filter(kind=Letter.Kind.OVERDUE, translation__in=late)
    known = set(told.filter(at__date__gt=F("translation__brief__deadline")).values_list("translation", flat=True))
    progress = progress_of_all([one for one in late if one.pk not in known])
    return sum(len(_remind(one)) for one in late if one.pk in progress and is_late(one.brief, progress[one.pk].state))


def _remind(translation) -> list[Letter]:
    brief: Brief = translation.brief
    users = [user for user in (brief.assignee, brief.requested_by) if user]
    return tell(users, Letter.Kind.OVERDUE, translation)


def send_letters() -> int:
    """Send what waits.

    Returns:
        How many letters left. One that cannot leave is tried again the next time, five times in all.
    """
    waiting = (
        Letter.objects.filter(sent_at=None, attempts__lt=MOST_ATTEMPTS)
        .select_related("translation__source", "translation__target_locale")
        .defer("translation__source__content_json")
    )
    by_user = defaultdict(list)
    for letter in waiting:
        by_user[letter.user_id].append(letter)
    sent = 0
    for user in get_user_model().objects.filter(pk__in=by_user):
        left = _send(user, by_user[user.pk]) if _is_time(user) else 0
        if left is None:
            break
        sent += left
    return sent


def _is_time(user) -> bool:
    """Whoever wants one letter a day gets it in the morning."""
    if not LetterChoice.objects.filter(user=user, digest=True).exists():
        return True
    now = timezone.localtime()
    since = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return now.hour >= MORNING and not Letter.objects.filter(user=user, sent_at__gte=since).exists()


def _send(user, letters: list[Letter]) -> int | None:
    """Send one letter with all that waits; None if the mail server does not take it."""
    pks = [letter.pk for letter in letters]
    due = [letter for letter in letters if user.is_active and user.email and may_translate(user, letter.translation)]
    try:
        if due:
            _write(user, due)
    except (OSError, SMTPException):
        log.exception("A letter to a translator could not be sent.")
        Letter.objects.filter(pk__in=pks).update(attempts=F("attempts") + 1)
        return None
    Letter.objects.filter(pk__in=pks).update(sent_at=timezone.now())
    return len(due)


def _write(user, letters: list[Letter]) -> None:
    profile = getattr(user, "wagtail_userprofile", None)
    language = profile.get_preferred_language() if profile else settings.LANGUAGE_CODE
    with override(language):
        items = [
            {
                "kind": letter.get_kind_display(),
                "title": letter.translation.source.object_repr,
                "language": letter.translation.target_locale.get_display_name(),
                "url": settings.WAGTAILADMIN_BASE_URL + reverse("translations_workbench", args=[letter.translation_id]),
            }
            for letter in letters
        ]
        subject = _subject(items)
        body = render_to_string("translations/admin/letter.txt", {"items": items, "person": user.label})
    # The schedule must not wait for a mail server that hangs.
    send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [user.email], connection=get_connection(timeout=PATIENCE))


def _subject(items: list[dict]) -> str:
    if len(items) == 1:
        subject = _("Translation %(kind)s: %(title)s") % items[0]
    else:
        subject = ngettext("%(count)d note on translations", "%(count)d notes on translations", len(items)) % {
            "count": len(items)
        }
    return " ".join(subject.split())


def forget_old_letters() -> None:
    """Remove letters that left long ago."""
    Letter.objects.filter(sent_at__lt=timezone.now() - timedelta(days=180)).delete()
