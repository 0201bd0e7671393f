"""The forms of the translators' files."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from translations.exchange.exporting import CHOICES
from translations.exchange.problems import UnreadableFileError
from translations.exchange.reading import check_size


class FileField(forms.FileField):
    """A file that is small enough to be read; a larger one is refused before."""

    default_error_messages = {
        "required": _("Choose a file first."),
        "empty": _("The file is empty."),
    }

    def clean(self, data, initial=None):
        """Refuse a file that is too large.

        Args:
            data: The upload.
            initial: Not used.

        Raises:
            ValidationError: If it is too large.
        """
        if data is not None and data.size:
            try:
                check_size(data.size)
            except UnreadableFileError as error:
                raise forms.ValidationError(str(error)) from error
        return super().clean(data, initial)


class _Upload(forms.Form):
    dry_run = forms.BooleanField(
        label=_("Only try"), required=False, help_text=_("Shows what would happen and changes nothing.")
    )
    field_order = ("language", "file", "dry_run")

    def read(self) -> tuple[bytes, str]:
        """The bytes and the name of the file."""
        file = self.cleaned_data["file"]
        return file.read(), file.name


class FilesForm(_Upload):
    """Translated files, one or a ZIP of several."""

    file = FileField(label=_("XLIFF, PO or ZIP file"), help_text=_("At most 10 MB."))


class MemoryForm(_Upload):
    """A memory of another tool."""

    language = forms.ModelChoiceField(Locale.objects.none(), label=_("Language of the translations"), empty_label=None)
    file = FileField(label=_("TMX file"), help_text=_("At most 10 MB."))

    def __init__(self, locales, *args, **kwargs) -> None:
        """Offer the languages in which the person works.

        Args:
            locales: Those languages.
            args: As Django's forms.
            kwargs: As Django's forms.
        """
        super().__init__(*args, **kwargs)
        self.fields["language"].queryset = locales


class InterfaceForm(forms.Form):
    """Translated words of the interface."""

    language = forms.ChoiceField(label=_("Language"))
    file = FileField(label=_("XLIFF or PO file"), help_text=_("At most 10 MB."))

    def __init__(self, choices, *args, **kwargs) -> None:
        """Offer the languages in which the person works.

        Args:
            choices: Pairs of code and name.
            args: As Django's forms.
            kwargs: As Django's forms.
        """
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = choices

    read = _Upload.read


class FilterForm(forms.Form):
    """Which translations are listed."""

    q = forms.CharField(label=_("Title"), required=False, max_length=100)
    language = forms.ModelChoiceField(Locale.objects.none(), label=_("Language"), required=False, empty_label=_("All"))

    def __init__(self, locales, *args, **kwargs) -> None:
        """Offer the languages in which the person works.

        Args:
            locales: Those languages.
            args: As Django's forms.
            kwargs: As Django's forms.
        """
        super().__init__(*args, **kwargs)
        self.fields["language"].queryset = locales

    def narrow(self, translations):
        """The translations that are asked for.

        Args:
            translations: A query set.
        """
        said = self.cleaned_data if self.is_valid() else {}
        if said.get("q"):
            translations = translations.filter(source__object_repr__icontains=said["q"])
        if said.get("language"):
            translations = translations.filter(target_locale=said["language"])
        return translations


class FormatForm(forms.Form):
    """A kind of file."""

    format = forms.ChoiceField(label=_("Kind of file"), choices=CHOICES, initial="xliff12")
