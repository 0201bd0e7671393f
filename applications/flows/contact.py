"""The form of anybody who writes to the Alliance."""

from django.utils.translation import gettext_lazy as _

from applications.fields import LineField, OneOfField, TextField
from applications.flows import shared

TOPICS = [
    ("question", _("A question")),
    ("mistake", _("Something on this site is wrong or hurtful")),
    ("words", _("A word or a name in the glossary")),
    ("accessibility", _("I cannot read or use a page")),
    ("press", _("Press")),
    ("data", _("My personal data")),
    ("other", _("Something else")),
]


class MessageForm(shared.StepForm):
    """What it is about."""

    topic = OneOfField(label=_("What is it about?"), choices=TOPICS, missing=_("Choose what it is about."))
    message = TextField(
        label=_("Your message"),
        missing=_("Write your message."),
        help_text=_("If it is about a page of this site, give its address. Please send no personal details of others."),
    )


class SenderForm(shared.StepForm):
    """Who writes."""

    contact_name = shared.contact_name()
    contact_email = shared.contact_email()
    organisation = LineField(
        label=_("Authority or organisation"), max_length=160, required=False, autocomplete="organization"
    )


FLOW = shared.Flow(
    (
        shared.Step("message", _("Your message"), MessageForm),
        shared.Step("sender", _("Who you are"), SenderForm),
    )
)
