"""The forms for users: Wagtail's own, with the languages a person works in."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet


def language_choices():
    """Give the languages a person can work in.

    Returns:
        list of (code, name) pairs, as configured in LANGUAGES.
    """
    return list(settings.LANGUAGES)


class LanguagesField(forms.MultipleChoiceField):
    """Tick boxes for languages."""

    def __init__(self, **kwargs):
        """Set the words and the boxes.

        Args:
            kwargs: those of the field.
        """
        words = {
            "label": _("Languages"),
            "help_text": _("The languages this person works in. Rights come from groups, not from here."),
        }
        super().__init__(
            choices=language_choices, required=False, widget=forms.CheckboxSelectMultiple, **(words | kwargs)
        )


class CreationForm(UserCreationForm):
    """The form for a new user."""

    languages = LanguagesField()

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | {"languages"}


class EditForm(UserEditForm):
    """The form for a user who exists."""

    languages = LanguagesField()

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | {"languages"}


class LanguagesUserViewSet(UserViewSet):
    """Wagtail's pages for users, with these forms."""

    def get_form_class(self, for_update=False):
        """Choose the form.

        Args:
            for_update: whether the user exists.

        Returns:
            form class.
        """
        return EditForm if for_update else CreationForm
