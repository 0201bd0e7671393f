"""The form of an authority that signs the Declaration of mayors and elected representatives against anti-Gypsyism."""

from django.utils.translation import gettext_lazy as _

from applications.fields import DocumentField, LineField, TextField, WebsiteField
from applications.flows import shared


class AuthorityForm(shared.StepForm):
    """Which authority it is."""

    organisation = shared.authority_name()
    authority_kind = shared.authority_kind()
    country = shared.country()
    website = WebsiteField(label=_("Website of the authority"), required=False)


class SignatoryForm(shared.StepForm):
    """Who signs, and whom to ask."""

    leader = LineField(
        label=_("Person who signs"),
        max_length=120,
        missing=_("Enter the name of the person who signs."),
        help_text=_("First name and family name."),
    )
    leader_office = LineField(
        label=_("Office of that person"),
        max_length=120,
        missing=_("Enter the office of the person who signs."),
        help_text=_("For example: Mayor."),
    )
    contact_name = shared.contact_name()
    contact_function = shared.contact_function()
    contact_email = shared.contact_email()
    contact_telephone = shared.contact_telephone()


class DocumentForm(shared.StepForm):
    """The signed Declaration."""

    decision = DocumentField(
        label=_("Signed Declaration"),
        required=False,
        help_text=_("PDF, JPEG or PNG, at most 5 MB. You may send it later."),
    )
    message = TextField(label=_("What else you would like to say"), required=False, max_length=2000)


FLOW = shared.Flow(
    (
        shared.Step("authority", _("Your authority"), AuthorityForm),
        shared.Step("signatory", _("Signature"), SignatoryForm),
        shared.Step("document", _("Document"), DocumentForm),
    )
)
