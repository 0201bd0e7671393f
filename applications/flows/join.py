"""The form of an authority that wants to join."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.fields import DocumentField, LineField, NumberField, TextField, WebsiteField
from applications.flows import shared


class AuthorityForm(shared.StepForm):
    """Which authority it is."""

    organisation = shared.authority_name()
    authority_kind = shared.authority_kind()
    country = shared.country()
    population = NumberField(label=_("Population"), required=False, most=200_000_000)
    population_year = NumberField(label=_("Year of that figure"), required=False, least=1900, most=2100)
    website = WebsiteField(label=_("Website of the authority"), required=False)

    def clean(self):
        """Ask for the year of a figure, and refuse one to come."""
        values = super().clean()
        if (values.get("population_year") or 0) > timezone.localdate().year:
            self.add_error("population_year", _("This year lies in the future."))
        if values.get("population") and "population_year" in values and not values["population_year"]:
            self.add_error("population_year", _("Say which year the population figure is from."))
        return values


class PeopleForm(shared.StepForm):
    """Who leads the authority, and whom to ask."""

    leader = LineField(
        label=_("Mayor, president or governor"),
        max_length=120,
        missing=_("Enter the name of the person who leads the authority."),
        help_text=_("First name and family name."),
    )
    leader_office = LineField(
        label=_("Office of that person"), max_length=120, required=False, help_text=_("For example: Mayor.")
    )
    contact_name = shared.contact_name()
    contact_function = shared.contact_function(
        required=True, missing=_("Enter your function in the authority."), label=_("Your function in the authority")
    )
    contact_email = shared.contact_email()
    contact_telephone = shared.contact_telephone()


class WorkForm(shared.StepForm):
    """What the authority does and plans."""

    done = TextField(
        label=_("What your authority does for the inclusion of Roma and Travellers"),
        missing=_("Write a few lines on what your authority does. “Nothing yet” is an answer too."),
        help_text=_("A few lines are enough. Please name no private persons, and say nothing of anyone’s health, "
                    "religion or origin."),
    )  # fmt: skip
    planned = TextField(label=_("What it plans"), required=False)
    themes = shared.about(required=False, label=_("Themes that matter most to you"))
    heard = shared.heard()


class DecisionForm(shared.StepForm):
    """The decision of the council."""

    decision = DocumentField(
        label=_("Decision of the council, or a letter of the person who leads the authority"),
        required=False,
        help_text=_("PDF, JPEG or PNG, at most 5 MB. You may send it later."),
    )


FLOW = shared.Flow(
    (
        shared.Step("authority", _("Your authority"), AuthorityForm),
        shared.Step("people", _("People"), PeopleForm),
        shared.Step("work", _("Your work"), WorkForm),
        shared.Step("decision", _("Decision"), DecisionForm),
    )
)
