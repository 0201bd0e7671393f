"""Documents that come after the form, through the applicant's own page."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from applications import limits, uploads
from applications.choices import Action
from applications.flows import flow_of
from applications.mail import letters
from applications.records import Application, Attachment
from applications.work import change

MOST = 10


def takes_documents(application: Application) -> bool:
    """Tell whether an applicant may still send documents.

    Args:
        application: the application.
    """
    return application.is_open and any(step.has_file for step in flow_of(application.kind).steps)


def keep_document(application: Application, upload, address: str) -> None:
    """Keep one more document of an application, and tell the team.

    Args:
        application: the application.
        upload: an uploaded file.
        address: who sends, as a keyed hash.

    Raises:
        ValidationError: saying what is wrong.
    """
    if not takes_documents(application) or application.attachments.count() >= MOST:
        raise ValidationError(_("We take no more documents here. Send them in answer to our letter."))
    if not limits.may_upload(address):
        raise ValidationError(_("Too many documents were sent from your connection. Try again in an hour."))
    record = uploads.keep(upload, key=application.key, field="document", address=address)
    with transaction.atomic():
        Attachment.objects.filter(pk=record.pk).update(application=application)
        change(application, None, Action.DOCUMENT)
        letters.tell_team(application, Action.DOCUMENT)
