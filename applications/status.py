"""The applicant's own page: where an application stands, questions and answers, and a way to withdraw it."""

from datetime import timedelta
from http import HTTPStatus

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from applications import sealing
from applications.answering import private
from applications.choices import Direction, MailKind
from applications.cleaning import clean_line
from applications.fields import DocumentField, LineField, MailField, TextField
from applications.flows import StepForm
from applications.links import application_of
from applications.mail import letters
from applications.records import Application
from applications.refusing import refusal
from applications.sending import keep_document, takes_documents
from applications.work import answer_question, withdraw_by_applicant
from common.seo import PRIVATE, Place

LETTERS_A_DAY, A_DAY = 3, timedelta(days=1)
WRONG = 422


class AnswerForm(StepForm):
    """The answer to a question."""

    answer = TextField(label=gettext_lazy("Your answer"), missing=gettext_lazy("Write your answer."))


class DocumentForm(StepForm):
    """A document that comes after the form."""

    document = DocumentField(label=gettext_lazy("Document"), help_text=gettext_lazy("PDF, JPEG or PNG, at most 5 MB."))


class LookUpForm(StepForm):
    """What somebody gives who has lost the link."""

    reference = LineField(
        label=gettext_lazy("Reference number"),
        max_length=20,
        missing=gettext_lazy("Enter the reference number."),
        help_text=gettext_lazy("For example J-7KQ2-M9XD. It stands in the letter that you got from us."),
    )
    email = MailField(
        label=gettext_lazy("E-mail address"), missing=gettext_lazy("Enter the e-mail address that you gave us.")
    )


def _show(request, template, context, status=HTTPStatus.OK):
    request.page = None
    request.place = Place(title=context["title"], robots=PRIVATE)
    return private(TemplateResponse(request, template, context, status=status))


def _errors(form):
    return [(f"field-{name}", error) for name, errors in form.errors.items() for error in errors]


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def look_up(request: HttpRequest) -> HttpResponse:
    """Send a fresh link to an applicant who lost it; the answer is the same whether there is such an application.

    Args:
        request: a reader's request.
    """
    title = _("Where does my application stand?")
    if request.method != "POST":
        return _show(request, "applications/look_up.html", {"title": title, "form": LookUpForm().hinted({})})
    refused = refusal(request)
    form = LookUpForm(None if refused else request.POST)
    if not form.is_valid():
        errors = [("content", refused[1])] if refused else _errors(form)
        context = {"title": title, "form": form.hinted({}), "errors": errors}
        return _show(request, "applications/look_up.html", context, refused[0] if refused else 422)
    _write_to(form.cleaned_data["reference"], form.cleaned_data["email"])
    return _show(request, "applications/look_up.html", {"title": title, "sent": True})


def _write_to(reference, email):
    wanted = clean_line(reference).upper()
    found = Application.objects.filter(reference=wanted, contact_email__iexact=email).exclude(state="spam").first()
    if found is None:
        return
    written = found.mails.filter(kind=MailKind.LINK, made__gt=timezone.now() - A_DAY)
    if written.count() < LETTERS_A_DAY:
        letters.send_link(found)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def status(request: HttpRequest, token: str) -> HttpResponse:
    """Show an applicant where their application stands, and take an answer or a withdrawal.

    Args:
        request: a reader's request; whoever has the link may read the page.
        token: the signed part of the link.
    """
    application = application_of(token)
    if application is None:
        context = {"title": _("This link does not work any more"), "form": LookUpForm().hinted({}), "expired": True}
        return _show(request, "applications/look_up.html", context, HTTPStatus.NOT_FOUND)
    if request.method == "POST":
        return _take(request, application, token)
    return _status(request, application)


def _take(request, application, token):
    refused = refusal(request)
    if refused:
        return _status(request, application, errors=[("content", refused[1])], code=refused[0])
    done, response = TAKEN.get(request.POST.get("go", ""), _take_answer)(request, application)
    return private(HttpResponseRedirect(f"{reverse('application_status', args=[token])}?{done}")) if done else response


def _take_withdrawal(request, application):
    if not request.POST.get("sure"):
        errors = [("field-sure", _("Tick the box to say that you want to withdraw."))]
        return "", _status(request, application, errors=errors, code=WRONG)
    withdraw_by_applicant(application)
    return "withdrawn=1", None


def _take_answer(request, application):
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return "", _status(request, application, answer=form, errors=_errors(form), code=WRONG)
    if not answer_question(application, form.cleaned_data["answer"]):
        words = _("This question was answered already, or is no longer open. Your words were not sent.")
        return "", _status(request, application, answer=form, errors=[("content", words)], code=HTTPStatus.CONFLICT)
    return "answered=1", None


def _take_document(request, application):
    form = DocumentForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            keep_document(application, form.cleaned_data["document"], sealing.address_of(request))
        except ValidationError as error:
            form.add_error("document", error)
    if form.errors:
        return "", _status(request, application, document=form, errors=_errors(form), code=WRONG)
    return "sent=1", None


TAKEN = {"withdraw": _take_withdrawal, "document": _take_document}


def _status(request, application, *, answer=None, document=None, errors=(), code=HTTPStatus.OK):
    messages = list(application.messages.all())
    context = {
        "title": _("Your application %(reference)s") % {"reference": application.reference},
        "application": application,
        "messages_sent": messages,
        "open_question": application.is_open and any(_is_open(message) for message in messages),
        "form": (answer or AnswerForm()).hinted({}),
        "documents": list(application.attachments.all()),
        "document_form": (document or DocumentForm()).hinted({}) if takes_documents(application) else None,
        "errors": errors,
        "withdrawing": dict(errors).get("field-sure", ""),
        "thanks": _thanks(request),
    }
    return _show(request, "applications/status.html", context, code)


def _thanks(request):
    if request.method == "POST":
        return ""
    if request.GET.get("answered"):
        return _("Thank you. We have received your answer.")
    return _("Thank you. We have received your document.") if request.GET.get("sent") else ""


def _is_open(message):
    return message.direction == Direction.QUESTION and not message.answered
