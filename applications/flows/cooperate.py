"""The form of an organisation that wants to work with the Alliance."""

from django.utils.translation import gettext_lazy as _

from applications.fields import LineField, SomeOfField, TextField, WebsiteField
from applications.flows import shared
from common.countries import country_choices


class OrganisationForm(shared.StepForm):
    """Which organisation it is."""

    organisation = LineField(
        label=_("Name of the organisation"),
        max_length=160,
        autocomplete="organization",
        missing=_("Enter the name of the organisation."),
    )
    registration = LineField(
        label=_("Registration"),
        required=False,
        help_text=_("Number and register, if your organisation is registered."),
    )
    country = shared.country(label=_("Country where the organisation has its seat"))
    countries = SomeOfField(label=_("Countries where you work"), choices=country_choices, required=False)
    website = WebsiteField(label=_("Website of the organisation"), required=False)


class ProposalForm(shared.StepForm):
    """What the organisation proposes."""

    themes = shared.about(required=False)
    proposal = TextField(
        label=_("What you would like to do together"),
        missing=_("Write a few lines on what you would like to do together."),
        help_text=_("Name the city or region, if you have one in mind. Please name no private persons."),
    )
    references = TextField(
        label=_("What you have done before, and who can tell us about it"), required=False, max_length=3000
    )


class ContactForm(shared.StepForm):
    """Whom to ask."""

    contact_name = shared.contact_name()
    contact_function = shared.contact_function(label=_("Your function in the organisation"))
    contact_email = shared.contact_email()
    contact_telephone = shared.contact_telephone()
    heard = shared.heard()


FLOW = shared.Flow(
    (
        shared.Step("organisation", _("Your organisation"), OrganisationForm),
        shared.Step("proposal", _("Your proposal"), ProposalForm),
        shared.Step("contact", _("Your contact details"), ContactForm),
    )
)
