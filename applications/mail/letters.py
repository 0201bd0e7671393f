"""The letters that applications cause: written into the outbox, in the reader's language, never sent from here."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from applications.choices import Action, MailKind
from applications.links import status_url
from applications.office import OfficeSettings, OutgoingMail
from applications.records import Application

TEAM_LANGUAGE = "en"
NEWS = {
    Action.RECEIVED: (gettext_lazy("New: %(reference)s, %(form)s"), gettext_lazy("A form was sent.")),
    Action.ANSWERED: (gettext_lazy("Answered: %(reference)s"), gettext_lazy("A question was answered.")),
    Action.DOCUMENT: (gettext_lazy("Document: %(reference)s"), gettext_lazy("A document was sent.")),
}
RIGHT = {"content_type__app_label": "applications", "codename": "change_application"}


def welcome(application: Application, what_next: str = "") -> None:
    """Write the confirmation to the applicant, and the notice to the team.

    Args:
        application: a new application.
        what_next: the editors' words on what happens next, in the applicant's language.
    """
    with override(application.language):
        parts = [
            _("Thank you. We have received your form “%(form)s”.") % {"form": application.get_kind_display()},
            _("Your reference number: %(reference)s") % {"reference": application.reference},
            what_next or _("Somebody reads it and answers you. This usually takes no more than two weeks."),
            _where(application),
            _("This letter was sent by itself. If you did not fill in a form on our site, you need do nothing."),
        ]
        subject = _("We have received it: %(reference)s") % {"reference": application.reference}
        write(application, MailKind.CONFIRMATION, subject, parts)
    tell_team(application)


def _where(application):
    return (
        _("See where it stands, answer questions or withdraw it here; the link works for %(days)d days:")
        % {"days": settings.STATUS_LINK_DAYS}
        + f"\n{status_url(application)}"
    )


def write(application: Application, kind: str, subject: str, parts: list[str], to: str = "") -> OutgoingMail:
    """Put a letter into the outbox.

    Args:
        application: what it is about.
        kind: a MailKind.
        subject: one line made of the site's own words.
        parts: paragraphs of plain text.
        to: the address; empty means the applicant's.

    Returns:
        The letter.
    """
    closing = _("European Alliance of Cities and Regions for Roma Inclusion")
    body = "\n\n".join([*filter(None, parts), f"-- \n{closing}\n{settings.BASE_URL}/"])
    return OutgoingMail.objects.create(
        application=application, kind=kind, recipient=to or application.contact_email, subject=subject, body=body
    )


def team_addresses() -> list[str]:
    """Return who is told of a new application, each once."""
    given = OfficeSettings.load().team.split()
    if given:
        return list(dict.fromkeys(given))
    may = Q(groups__permissions__content_type__app_label="applications") & Q(
        groups__permissions__codename=RIGHT["codename"]
    )
    users = get_user_model().objects.filter(may, is_active=True).exclude(email="").order_by("pk")
    return list(dict.fromkeys(users.values_list("email", flat=True)))


def tell_team(application: Application, what: str = Action.RECEIVED) -> None:
    """Write to the team that something waits: reference number and link, nothing personal.

    Args:
        application: what waits.
        what: what happened: received, answered, or a document came.
    """
    link = settings.BASE_URL + reverse("applications:detail", args=[application.pk])
    subject, words = NEWS[what]
    with override(TEAM_LANGUAGE):
        names = {"reference": application.reference, "form": application.get_kind_display()}
        for address in team_addresses():
            write(application, MailKind.NOTICE, str(subject) % names, [str(words), link], to=address)


def ask(application: Application, text: str) -> None:
    """Write a question to the applicant, who answers on the status page.

    Args:
        application: what the question is about.
        text: the question.
    """
    with override(application.language):
        subject = _("A question about %(reference)s") % {"reference": application.reference}
        write(
            application, MailKind.QUESTION, subject, [text, _("Please answer here:") + f"\n{status_url(application)}"]
        )


def reply(application: Application, text: str) -> None:
    """Write a reply to the applicant.

    Args:
        application: what the reply is about.
        text: the reply.
    """
    with override(application.language):
        subject = _("About %(reference)s") % {"reference": application.reference}
        write(application, MailKind.REPLY, subject, [text, _where(application)])


def send_link(application: Application) -> None:
    """Write a fresh link to the status page.

    Args:
        application: what the link leads to.
    """
    with override(application.language):
        subject = _("Your link: %(reference)s") % {"reference": application.reference}
        write(application, MailKind.LINK, subject, [_where(application)])
