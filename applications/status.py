"""The applicant's own page: where an application stands, questions and answers, and a way to withdraw it."""

from http import HTTPStatus

from django import forms
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from applications import limits, sealing
from applications.answering import private
from applications.choices import Direction
from applications.cleaning import clean_line
from applications.fields import LineField, MailField, TextField
from applications.flows import StepForm
from applications.links import application_of
from applications.mail import letters
from applications.records import Application
from applications.work import answer_question, withdraw_by_applicant
from common.seo import PRIVATE, Place

LETTERS_A_DAY, A_DAY = 3, 24 * 3600


class AnswerForm(StepForm):
    """The answer to a question."""

    answer = TextField(label=gettext_lazy("Your answer"), missing=gettext_lazy("Write your answer."))


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
    refusal = refused(request)
    form = LookUpForm({} if refusal else request.POST)
    if refusal or not form.is_valid():
        errors = [("content", refusal[1])] if refusal else _errors(form)
        form = LookUpForm() if refusal else form
        context = {"title": title, "form": form.hinted({}), "errors": errors}
        return _show(request, "applications/look_up.html", context, refusal[0] if refusal else 422)
    _write_to(form.cleaned_data["reference"], form.cleaned_data["email"])
    return _show(request, "applications/look_up.html", {"title": title, "sent": True})


def refused(request: HttpRequest) -> tuple[int, str] | None:
    """Return the status and words with which a request is refused, or None.

    Args:
        request: a request that sends something.
    """
    if limits.is_too_large(request):
        return 413, _("What you sent is too large.")
    if sealing.comes_from_elsewhere(request):
        return 403, _("This form was sent from another site. Fill it in on this page.")
    return None


def _write_to(reference, email):
    wanted = clean_line(reference).upper()
    found = Application.objects.filter(reference=wanted, contact_email__iexact=email).exclude(state="spam").first()
    if found is None:
        return
    key = f"applications.link.{found.pk}"
    cache.add(key, 0, A_DAY)
    if cache.incr(key) <= LETTERS_A_DAY:
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
    return _status(request, application, AnswerForm())


def _take(request, application, token):
    refusal = refused(request)
    if refusal:
        return _status(request, application, AnswerForm(), [("content", refusal[1])], refusal[0])
    here = reverse("application_status", args=[token])
    if request.POST.get("go") == "withdraw":
        if not request.POST.get("sure"):
            errors = [("field-sure", _("Tick the box to say that you want to withdraw."))]
            return _status(request, application, AnswerForm(), errors, 422)
        withdraw_by_applicant(application)
        return private(HttpResponseRedirect(here))
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _status(request, application, form, _errors(form), 422)
    if not answer_question(application, form.cleaned_data["answer"]):
        words = _("This question was answered already, or is no longer open. Your words were not sent.")
        return _status(request, application, form, [("content", words)], HTTPStatus.CONFLICT)
    return private(HttpResponseRedirect(f"{here}?answered=1"))


def _status(request, application, form: forms.Form, errors=(), status_code=HTTPStatus.OK):
    messages = list(application.messages.all())
    context = {
        "title": _("Your application %(reference)s") % {"reference": application.reference},
        "application": application,
        "messages_sent": messages,
        "open_question": application.is_open and any(_is_open(message) for message in messages),
        "form": form.hinted({}),
        "errors": errors,
        "answered": request.GET.get("answered"),
    }
    return _show(request, "applications/status.html", context, status_code)


def _is_open(message):
    return message.direction == Direction.QUESTION and not message.answered
