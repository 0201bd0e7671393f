"""What several forms ask alike, and what a step and a flow are."""

from dataclasses import dataclass
from functools import partial

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications.fields import CountryField, LineField, MailField, OneOfField, SomeOfField, TelephoneField
from membership.choices import Kind
from membership.themes import theme_choices

HEARD = [
    ("congress", _("Through the Congress or the Council of Europe")),
    ("member", _("Through a city or region that takes part")),
    ("organisation", _("Through an organisation")),
    ("press", _("Through the press or social networks")),
    ("search", _("While searching the web")),
    ("other", pgettext_lazy("how somebody heard of the Alliance", "In another way")),
]


@dataclass(frozen=True)
class Step:
    """One screen of a form."""

    name: str
    title: Promise
    form: type[forms.Form]

    @property
    def has_file(self) -> bool:
        """Tell whether the step takes a document."""
        return bool(self.files)

    @property
    def files(self) -> list[str]:
        """The names of the fields that take a document."""
        return [name for name, field in self.form.base_fields.items() if field.look == "file"]


@dataclass(frozen=True)
class Flow:
    """All screens of a form, in order; the summary comes after them."""

    steps: tuple[Step, ...]

    def step(self, name: str) -> Step | None:
        """Return a step by its name, or None."""
        return next((step for step in self.steps if step.name == name), None)

    def following(self, name: str) -> Step | None:
        """Return the step after one, or None after the last."""
        places = [step.name for step in self.steps]
        place = places.index(name) + 1
        return self.steps[place] if place < len(places) else None

    def preceding(self, name: str) -> Step:
        """Return the step before one, the first before itself; before the summary stands the last."""
        places = [step.name for step in self.steps]
        place = places.index(name) if name in places else len(places)
        return self.steps[max(place - 1, 0)]


class StepForm(forms.Form):
    """The form of one step; labels name fields, and nothing is required by the browser."""

    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        """Give every field the ids of its hint and its error, and what the browser should read out."""
        super().__init__(*args, auto_id="field-%s", **kwargs)

    def hinted(self, texts: dict[str, str]) -> "StepForm":
        """Put the editors' help texts beside the fields.

        Args:
            texts: help texts by field name.

        Returns:
            The form itself.
        """
        for name, field in self.fields.items():
            field.help_text = texts.get(name) or field.help_text
            self._describe(name, field)
        return self

    def _describe(self, name, field):
        wrong = self.is_bound and name in self.errors
        parts = [f"hint-{name}"] if field.help_text else []
        parts += [f"error-{name}"] if wrong else []
        if parts:
            field.widget.attrs["aria-describedby"] = " ".join(parts)
        if wrong:
            field.widget.attrs["aria-invalid"] = "true"


authority_name = partial(
    LineField,
    label=_("Name of the authority"),
    max_length=160,
    autocomplete="organization",
    missing=_("Enter the name of the authority."),
    help_text=_("As it is written on your letters."),
)
authority_kind = partial(
    OneOfField, label=_("Kind of authority"), choices=Kind.choices, missing=_("Choose the kind of authority.")
)
country = partial(CountryField, label=_("Country"), missing=_("Choose the country."))
contact_name = partial(
    LineField, label=_("Your name"), autocomplete="name", max_length=120, missing=_("Enter your name.")
)
contact_function = partial(
    LineField, label=_("Your function"), max_length=160, autocomplete="organization-title", required=False
)
contact_email = partial(
    MailField,
    label=_("Your e-mail address"),
    missing=_("Enter your e-mail address."),
    help_text=_("We send the reference number and our questions to this address."),
)
contact_telephone = partial(TelephoneField, label=_("Your telephone number"), required=False)
heard = partial(OneOfField, label=_("How did you hear of the Alliance?"), choices=HEARD, required=False)
about = partial(SomeOfField, label=_("Themes"), choices=theme_choices)
