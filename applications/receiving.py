"""Keeping an application: its row, its documents and its letters are written together, or not at all."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import get_language

from applications import limits, suspicion
from applications.choices import Action, State
from applications.mail import letters
from applications.office import OfficeSettings
from applications.records import Application, Attachment, Event, Notice, new_reference
from applications.sealing import Carried, digest
from common.folding import fold, words_of
from common.localization import language_of

DOCUMENTS = "decision"
# Mail providers whose domain says nothing about who writes.
SHARED_DOMAINS = {
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "yahoo.fr", "icloud.com",
    "gmx.de", "gmx.net", "web.de", "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "mail.ru", "yandex.ru",
    "abv.bg", "seznam.cz", "centrum.cz", "wp.pl", "o2.pl", "interia.pl", "libero.it", "proton.me", "protonmail.com",
}  # fmt: skip


class TooMany(Exception):
    """One sender sends more applications than they may."""


def receive(page, carried: Carried, answers: dict, address: str) -> Application:
    """Keep an application, once, however often it is sent.

    Args:
        page: the form's page.
        carried: what the form carried; its key marks the application.
        answers: the cleaned answers by field.
        address: who sends, as a keyed hash.

    Returns:
        The application, perhaps one that was kept before.

    Raises:
        TooMany: when the sender has sent as many as they may.
    """
    known = Application.objects.filter(key=carried.key).first()
    if known:
        return known
    try:
        with transaction.atomic():
            if not limits.may_send(address):
                raise TooMany
            return _keep(page, carried, answers, address)
    except IntegrityError:
        return Application.objects.get(key=carried.key)


def _keep(page, carried, answers, address):
    found = suspicion.signs(carried, answers)
    held_back = suspicion.weight(found) >= suspicion.HELD_BACK
    application = Application(
        reference=new_reference(page.kind),
        key=carried.key,
        kind=page.kind,
        state=State.SPAM if held_back else State.NEW,
        language=language_of(page),
        notice=current_notice(page),
        answers=_kept(answers),
        suspicion=found,
        address_hash=address,
        due=timezone.localdate() + timedelta(days=OfficeSettings.load().answer_days),
    )
    describe(application)
    application.save(force_insert=True)
    Attachment.objects.filter(key=carried.key, pk__in=carried.files.values(), application=None).update(
        application=application
    )
    Event.objects.create(application=application, action=Action.RECEIVED, detail={"signs": found})
    if not held_back:
        letters.welcome(application, page.what_next)
    return application


def _kept(answers):
    return {name: value for name, value in answers.items() if name != DOCUMENTS}


def says(application: Application, answers: dict) -> bool:
    """Tell whether an application says what was just sent, or was kept before with other words.

    Args:
        application: what `receive` returned.
        answers: the cleaned answers by field.
    """
    return application.answers == _kept(answers)


def describe(application: Application) -> None:
    """Fill in from the answers what lists, filters and the search for duplicates go by.

    Args:
        application: with its answers.
    """
    answers = application.answers
    application.organisation = answers.get("organisation") or ""
    application.organisation_folded = folded_name(application.organisation)
    application.country = answers.get("country") or ""
    application.contact_name = answers.get("contact_name") or ""
    application.contact_email = answers.get("contact_email") or ""
    domain = application.contact_email.rpartition("@")[2].lower()
    application.mail_domain = "" if domain in SHARED_DOMAINS else domain


def folded_name(name: str) -> str:
    """Return a name as it is compared with others: “Mairie d’Ostrów ” is “mairie d ostrow”.

    Args:
        name: the name of an authority or organisation.
    """
    return " ".join(words_of(fold(name)))[:200]


def current_notice(page) -> Notice:
    """Return the notice of a page as it is worded today, as a version that stays.

    Args:
        page: the form's page.
    """
    language = get_language()
    versions = Notice.objects.filter(kind=page.kind, language=language)
    number = versions.aggregate(count=Count("pk"))["count"] + 1
    return versions.get_or_create(
        kind=page.kind,
        language=language,
        digest=digest(page.notice),
        defaults={"text": page.notice, "number": number},
    )[0]
