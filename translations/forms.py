"""Starting and renewing translations, only where it is allowed and makes sense."""

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page
from wagtail_localize.views.submit_translations import SubmitTranslationForm
from wagtail_localize.views.update_translations import UpdateTranslationsForm

from translations.models import LONGEST_NOTE
from translations.requesting import Wish, other_source, reasons_against
from translations.rights import colleagues, locales_of
from translations.words import clean


class WishForm(forms.Form):
    """By when a translation is wanted, of whom, and what to mind."""

    deadline = forms.DateField(
        label=gettext_lazy("Deadline"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    assignee = forms.ModelChoiceField(
        label=gettext_lazy("Assignee"), required=False, queryset=get_user_model().objects.none()
    )
    note = forms.CharField(
        label=gettext_lazy("Note for the translator"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    alone = forms.BooleanField(
        label=gettext_lazy("Single page"),
        required=False,
        help_text=gettext_lazy("Where the page above is not translated, put this one below the front page."),
    )

    def __init__(self, *args, locales=None, **kwargs) -> None:
        """Offer those as assignees who work in one of the languages.

        Args:
            locales: The languages; None for all.
            args: As Django's forms.
            kwargs: As Django's forms.
        """
        super().__init__(*args, **kwargs)
        self.fields["assignee"].queryset = colleagues(locales)
        self.fields["assignee"].label_from_instance = lambda user: user.label

    def clean_note(self) -> str:
        """Keep the note free of what cannot be stored."""
        return clean(self.cleaned_data["note"])

    def wish(self) -> Wish:
        """What was asked for; to be called on a valid form."""
        return Wish(*(self.cleaned_data[name] for name in ("deadline", "assignee", "note", "alone")))


class SubmitForm(WishForm, SubmitTranslationForm):
    """Choose languages for a translation: only those in which the person works."""

    field_order = ["locales", "include_subtree", "deadline", "assignee", "note", "alone"]

    def __init__(self, instance, user, *args, **kwargs) -> None:
        """Narrow the languages down.

        Args:
            instance: The page or snippet to translate.
            user: Who asks for it.
            args: As Django's forms.
            kwargs: As Django's forms.
        """
        super().__init__(instance, *args, **kwargs)
        self.instance, self.user = instance, user
        field = self.fields["locales"]
        field.queryset = field.queryset.filter(pk__in=locales_of(user))

    def clean_locales(self):
        """Refuse languages whose parent page is not translated, and a second source for the same page.

        Returns:
            The chosen locales.

        Raises:
            ValidationError: With one sentence for each reason.
        """
        locales = self.cleaned_data["locales"]
        reasons = self.second_source()
        for locale in locales:
            reasons += reasons_against(self.instance, locale, self.user, alone=bool(self.data.get("alone")))
        if reasons:
            raise ValidationError(reasons)
        return locales

    def clean(self) -> dict:
        """Refuse an assignee who does not work in one of the chosen languages.

        Returns:
            The cleaned data.
        """
        data = super().clean()
        assignee = data.get("assignee")
        for locale in data.get("locales") or [] if assignee else []:
            if not locales_of(assignee).filter(pk=locale.pk).exists():
                names = {"person": assignee.label, "language": locale.get_display_name()}
                self.add_error("assignee", _("%(person)s does not work in %(language)s.") % names)
        return data

    def second_source(self) -> list[str]:
        """The reason not to translate a page that is itself a translation, or whose translations have a source."""
        if isinstance(self.instance, Page) and self.instance.alias_of_id:
            return [_("This is a copy of another page. Start the translation from that page.")]
        source = other_source(self.instance)
        if source is None:
            return []
        return [
            _("This is translated from %(language)s already. Start the translation from that page.")
            % {"language": source.locale.get_display_name()}
        ]


class UpdateForm(UpdateTranslationsForm):
    """Take over changes of the source; nothing is published by that."""

    def __init__(self, *args, **kwargs) -> None:
        """Take the choice to publish away: what is new has no translation yet."""
        super().__init__(*args, **kwargs)
        del self.fields["publish_translations"]

    def clean(self) -> dict:
        """Answer the question that is not asked.

        Returns:
            The cleaned data, with `publish_translations` off.
        """
        return {**super().clean(), "publish_translations": False}
