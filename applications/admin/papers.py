"""Documents and letters of an application: given out only to officers, and noted."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from applications.admin.guard import guarded, note_access
from applications.choices import Access, Action, MailState
from applications.mail.outbox import send_again
from applications.office import OutgoingMail
from applications.personal.exporting import file_response
from applications.records import Attachment, Event

ENDINGS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}
TROUBLED = (MailState.FAILED, MailState.UNCERTAIN)


@require_safe
@guarded("view")
def document(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Give out a document, to be saved; it is never opened in the browser.

    Args:
        request: the request of an officer.
        pk: the application.
        number: the document.
    """
    row = get_object_or_404(Attachment.objects.select_related("application"), pk=number, application=pk)
    note_access(request.user, Access.DOWNLOAD, [row.application])
    with row.file.open("rb") as file:
        data = file.read()
    name = f"{row.application.reference}-{row.pk}.{ENDINGS.get(row.content_type, 'bin')}"
    return file_response(data, name, row.content_type)


@require_safe
@guarded("view")
def outbox(request: HttpRequest) -> HttpResponse:
    """Show the letters that did not leave, and those that wait."""
    letters = OutgoingMail.objects.select_related("application").exclude(state=MailState.SENT).order_by("state", "due")
    context = {"page_title": _("Outgoing letters"), "mails": letters[:200], "troubled": TROUBLED}
    return TemplateResponse(request, "applications/admin/outbox.html", context)


@require_POST
@guarded("view", "change")
def resend(request: HttpRequest, number: int) -> HttpResponse:
    """Let a letter be tried again from the beginning.

    Args:
        request: the request of an officer.
        number: the letter.
    """
    mail = get_object_or_404(OutgoingMail, pk=number)
    send_again(mail)
    Event.objects.create(application_id=mail.application_id, user=request.user, action=Action.MAILED)
    messages.success(request, _("The letter will be sent within a minute."))
    back = request.POST.get("back")
    return redirect(reverse("applications:outbox") if back == "outbox" else mail.application.get_absolute_url())
