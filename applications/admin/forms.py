"""The forms of the inbox."""

from django import forms
from django.conf import settings as site
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications.choices import FormKind, State
from applications.fields import TextField
from applications.office import OfficeSettings, ReplyTemplate
from common.countries import country_choices
from membership.choices import Event

ANY = [("", _("Any"))]
OPEN, ALL = "open", "all"
NOBODY, MINE = "nobody", "mine"


def officers():
    """Return the users who work on applications."""
    may = Q(groups__permissions__content_type__app_label="applications")
    may &= Q(groups__permissions__codename="change_application")
    users = get_user_model().objects.filter(may | Q(is_superuser=True), is_active=True)
    return users.distinct().order_by("last_name", "first_name", "username")


class FilterForm(forms.Form):
    """What the list shows."""

    q = forms.CharField(label=_("Search"), required=False, max_length=100)
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[(OPEN, _("Open")), (ALL, _("All")), *State.choices],
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("a page to fill in", "Form"), required=False, choices=[*ANY, *FormKind.choices]
    )
    country = forms.ChoiceField(label=_("Country"), required=False, choices=lambda: [*ANY, *country_choices()])
    language = forms.ChoiceField(label=_("Language"), required=False, choices=lambda: [*ANY, *site.LANGUAGES])
    assignee = forms.ChoiceField(label=_("Assigned to"), required=False)
    waiting = forms.ChoiceField(
        label=_("Time"),
        required=False,
        choices=[*ANY, ("late", _("Past their day")), ("long", _("Waiting for more than 5 days"))],
    )
    order = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[
            ("", _("Newest first")),
            ("received", _("Oldest first")),
            ("due", _("By day due")),
            ("organisation_folded", _("By name")),
        ],
    )

    def __init__(self, *args, **kwargs):
        """Offer the colleagues."""
        super().__init__(*args, **kwargs)
        people = [(str(user.pk), user.label) for user in officers()]
        self.fields["assignee"].choices = [*ANY, (MINE, _("Me")), (NOBODY, _("Nobody")), *people]


class AssignForm(forms.Form):
    """Who works on it, and until when."""

    assignee = forms.ModelChoiceField(label=_("Assigned to"), queryset=None, required=False, empty_label=_("Nobody"))
    due = forms.DateField(
        label=_("Due on"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args, **kwargs):
        """Offer the colleagues."""
        super().__init__(*args, **kwargs)
        self.fields["assignee"].queryset = officers()
        self.fields["assignee"].label_from_instance = lambda user: user.label


class LetterForm(forms.Form):
    """Words to the applicant, or to colleagues."""

    text = TextField(label=_("Text"), missing=_("Write something."))


class OptionalLetterForm(forms.Form):
    """A decision, with or without a letter."""

    text = TextField(label=_("Letter to the applicant"), required=False, help_text=_("Empty: no letter is sent."))


class AcceptForm(OptionalLetterForm):
    """How an application is accepted."""

    field_order = ["event", "date", "number", "existing", "stories", "text"]

    event = forms.ChoiceField(
        label=_("What goes on record"),
        choices=[(Event.PARTICIPANT.value, Event.PARTICIPANT.label), (Event.SIGNATORY.value, Event.SIGNATORY.label)],
        widget=forms.RadioSelect,
    )
    date = forms.DateField(label=_("Date"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    number = forms.IntegerField(label=_("Running number"), required=False, min_value=1, max_value=32_000)
    existing = forms.ChoiceField(label=_("Profile"), required=False, widget=forms.RadioSelect)
    stories = forms.BooleanField(label=_("Draft stories in every language of the site"), required=False)

    def __init__(self, *args, members=(), **kwargs):
        """Offer the profiles that the authority has already.

        Args:
            args, kwargs: those of the form.
            members: member pages of that name.
        """
        super().__init__(*args, **kwargs)
        known = [(str(page.pk), _("Add the line to “%(title)s”") % {"title": page.title}) for page in members]
        self.fields["existing"].choices = [*known, ("", _("Make a new profile"))]
        if not known:
            del self.fields["existing"]

    def clean_date(self):
        """Refuse a day that has not come yet.

        Returns:
            The day.
        """
        if self.cleaned_data["date"] > timezone.localdate():
            raise forms.ValidationError(_("This date lies in the future. A record says what has happened."))
        return self.cleaned_data["date"]


class PersonForm(forms.Form):
    """Whose data is asked for."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)


class TemplateForm(forms.ModelForm):
    """A reply template."""

    class Meta:
        model = ReplyTemplate
        fields = ["name", "purpose", "language", "kind", "text"]
        widgets = {"language": forms.Select(choices=site.LANGUAGES), "text": forms.Textarea(attrs={"rows": 10})}


class SettingsForm(forms.ModelForm):
    """How long applications are kept, and who is told."""

    class Meta:
        model = OfficeSettings
        fields = [
            "declined_months", "withdrawn_days", "spam_days", "accepted_months", "answered_months", "answer_days",
            "team",
        ]  # fmt: skip
        widgets = {"team": forms.Textarea(attrs={"rows": 4})}

    def clean_team(self):
        """Refuse what is no e-mail address.

        Returns:
            One address a line.
        """
        addresses = self.cleaned_data["team"].replace(",", " ").split()
        for address in addresses:
            forms.EmailField().clean(address)
        return "\n".join(addresses)
