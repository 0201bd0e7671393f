"""How a page with a form answers: step by step, with all that was typed carried along, until it is sent."""

import logging

from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from applications import limits, receiving, sealing, uploads
from applications.flows import Flow, Step, StepForm, flow_of
from applications.refusing import refusal
from applications.screens import CONSENT, SUMMARY, Screen, step_screen, summary_screen
from applications.suspicion import TRAP
from common.addresses import path_of
from common.seo import PRIVATE, Place

log = logging.getLogger("alliance.applications")
RECEIVED = "received"
SALT = "applications.received"
DAY = 24 * 3600
SEE_OTHER = 303


def first_screen(page) -> Screen:
    """Return the first step of a form, the same for all readers.

    Args:
        page: the form's page.
    """
    return step_screen(page, sealing.opened(page.pk), flow_of(page.kind).steps[0])


def respond(page, request) -> HttpResponse:
    """Answer to what was sent.

    Args:
        page: the form's page.
        request: the request that sends it.

    Returns:
        The next step, the same one with what is wrong, the summary, or a redirect to the confirmation.
    """
    refused = refusal(request)
    if refused:
        return _refuse(page, request, *refused)
    return Turn(page, request, sealing.address_of(request)).answer()


def _refuse(page, request, status, words):
    screen = first_screen(page)
    screen.errors, screen.status = [("content", words)], status
    return show(page, request, screen)


def show(page, request, screen: Screen) -> TemplateResponse:
    """Return a page with one screen of its form, for this applicant only.

    Args:
        page: the form's page.
        request: the request.
        screen: the screen.
    """
    request.is_preview = False
    context = page.get_context(request) | {"screen": screen, "under_way": True}
    response = TemplateResponse(request, page.get_template(request), context, status=screen.status)
    return private(response)


def private(response: HttpResponse) -> HttpResponse:
    """Keep an answer out of every cache, index and referrer.

    Args:
        response: the answer.
    """
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = PRIVATE
    response.headers["Referrer-Policy"] = "same-origin"
    return response


class Turn:
    """One thing sent by an applicant, and the answer to it."""

    def __init__(self, page, request, address: str) -> None:
        """Keep what is answered to.

        Args:
            page: the form's page.
            request: the request.
            address: who sends, as a keyed hash.
        """
        self.page, self.request, self.address = page, request, address
        self.flow: Flow = flow_of(page.kind)
        self.go = request.POST.get("go", "next")[:60]

    def answer(self) -> HttpResponse:
        """Return the answer."""
        step = self.flow.step(self.request.POST.get("step", "")[:60])
        try:
            self.carried = sealing.unseal(self.request.POST.get("state", ""), self.page.pk)
        except sealing.Unreadable:
            return self.start_again(step)
        self.carried.trapped = self.carried.trapped or bool(self.request.POST.get(TRAP))
        sealing.begun(self.carried)
        if self.go == "back" or self.go.startswith("change:"):
            return self.go_to(step)
        return self.take(step) if step else self.send()

    def start_again(self, step: Step | None) -> HttpResponse:
        """Show a step whose state is lost, with what was typed in it."""
        step = step or self.flow.steps[0]
        carried = sealing.begun(sealing.opened(self.page.pk))
        carried.typed[step.name] = sealing.typed_in(self.request.POST, list(step.form.base_fields))
        screen = step_screen(self.page, carried, step)
        words = _("This form was open for too long, or was changed on its way. Check what you typed and go on.")
        screen.errors, screen.status = [("form", words)], 422
        return show(self.page, self.request, screen)

    def go_to(self, step: Step | None) -> HttpResponse:
        """Show another step; what was typed in this one is kept, right or wrong."""
        if step:
            self.carried.typed[step.name] = sealing.typed_in(self.request.POST, list(step.form.base_fields))
        wanted = self.flow.step(self.go.partition(":")[2]) if self.go != "back" else None
        before = self.flow.preceding(step.name if step else SUMMARY)
        return show(self.page, self.request, step_screen(self.page, self.carried, wanted or before))

    def take(self, step: Step) -> HttpResponse:
        """Take what was typed in a step: show the next one, or this one with what is wrong."""
        form = step.form(self.request.POST, self.request.FILES)
        for name in step.files:
            self.take_document(form, name)
        if not form.is_valid():
            return show(self.page, self.request, step_screen(self.page, self.carried, step, form))
        self.carried.typed[step.name] = sealing.typed_in(self.request.POST, list(form.fields))
        following = self.flow.following(step.name)
        all_typed = all(each.name in self.carried.typed for each in self.flow.steps)
        if following and not all_typed:
            return show(self.page, self.request, step_screen(self.page, self.carried, following))
        return self.summarise()

    def take_document(self, form: StepForm, name: str) -> None:
        """Keep the document of a step, or take it away again."""
        if self.request.POST.get(f"{name}-remove"):
            self.carried.files.pop(name, None)
        upload = self.request.FILES.get(name)
        if upload is None or name in form.errors:
            return
        try:
            if not limits.may_upload(self.address):
                raise ValidationError(_("Too many documents were sent from your connection. Try again in an hour."))
            record = uploads.keep(upload, key=self.carried.key, field=name, address=self.address)
        except ValidationError as error:
            form.add_error(name, error)
            return
        self.carried.files[name] = record.pk

    def forms(self) -> dict[str, StepForm]:
        """Return the forms of all steps with what was typed in them."""
        typed = self.carried.typed
        return {step.name: step.form(sealing.as_data(typed.get(step.name, {}))) for step in self.flow.steps}

    def summarise(self, consent_error: str = "") -> HttpResponse:
        """Show the summary, or the first step that is not right."""
        forms = self.forms()
        wrong = next((step for step in self.flow.steps if not forms[step.name].is_valid()), None)
        if wrong:
            return show(self.page, self.request, step_screen(self.page, self.carried, wrong, forms[wrong.name]))
        return show(self.page, self.request, summary_screen(self.page, self.carried, forms, consent_error))

    def send(self) -> HttpResponse:
        """Keep the application with its letters, and lead to the confirmation."""
        forms = self.forms()
        if not all(form.is_valid() for form in forms.values()):
            return self.summarise()
        if not self.request.POST.get(CONSENT):
            return self.summarise(_("Tick the box to say that we may use your data for this."))
        if self.carried.notice != sealing.digest(self.page.notice):
            return self.summarise(_("The notice about personal data has changed. Read it and tick the box again."))
        answers = {name: value for form in forms.values() for name, value in form.cleaned_data.items()}
        try:
            application = receiving.receive(self.page, self.carried, answers, self.address)
        except receiving.TooMany:
            words = _("Too many forms were sent from your connection. Nothing is lost: leave this page open and send "
                      "it again in an hour.")  # fmt: skip
            response = self.summarise(words)
            response.status_code = 429
            return response
        token = signing.dumps(application.reference, salt=SALT)
        late = "" if receiving.says(application, answers) else "&late=1"
        return private(_see(f"{path_of(self.page)}{RECEIVED}/?r={token}{late}"))


def _see(url):
    response = HttpResponseRedirect(url)
    response.status_code = SEE_OTHER
    return response


def confirm(page, request) -> HttpResponse:
    """Answer with the confirmation, or lead back to the form where nothing was sent.

    Args:
        page: the form's page.
        request: the request, with the signed reference number.
    """
    try:
        reference = signing.loads(request.GET.get("r", "")[:300], salt=SALT, max_age=DAY)
    except signing.BadSignature:
        return private(HttpResponseRedirect(path_of(page)))
    request.page = page
    context = page.get_context(request) | {"reference": reference, "late": bool(request.GET.get("late"))}
    request.place = Place(title=_("We have received it"), robots=PRIVATE)
    return private(TemplateResponse(request, "applications/received.html", context))
