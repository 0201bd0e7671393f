"""The fields of the forms: each cleans what was typed, says what is wrong, and knows how it looks."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from applications.cleaning import clean_line, clean_text
from common.countries import country_choices

LINE, TEXT, ADDRESS = 200, 5000, 254
FAR_TOO_MANY = 20
GROUPED = re.compile(r"[\s.,'’]+")
TELEPHONE = re.compile(r"^[+(]?[\d][\d\s()./-]{4,}$")
TOO_LONG = ngettext_lazy(
    "This has %(show_value)d characters. Shorten it to %(limit_value)d.",
    "This has %(show_value)d characters. Shorten it to %(limit_value)d.",
    "limit_value",
)


class LineField(forms.CharField):
    """One line of words."""

    look = "line"
    missing = _("Fill in this field.")

    def __init__(self, *, label, missing=None, autocomplete="", max_length=LINE, **options):
        """Set the limit and what is said when nothing was typed.

        Args:
            label: the name of the field.
            missing: what to say when it is empty.
            autocomplete: what the browser may fill in.
            max_length: characters at most.
            options: those of the field of forms.
        """
        super().__init__(label=label, **options)
        self.limit = max_length
        self.error_messages["required"] = missing or self.missing
        if autocomplete:
            self.widget.attrs["autocomplete"] = autocomplete
        self.widget.attrs |= {"class": "input", "dir": "auto"}

    def to_python(self, value):
        """Clean the words."""
        return self.cleaned(clean_line, value)

    def cleaned(self, clean, value):
        """Clean words, unless there are so many that they are refused anyway."""
        text = "" if value in self.empty_values else str(value)
        return clean(text) if len(text) <= self.limit * FAR_TOO_MANY else text

    def validate(self, value):
        """Refuse nothing, where something is asked for, and too much."""
        super().validate(value)
        if len(value) > self.limit:
            numbers = {"limit_value": self.limit, "show_value": len(value)}
            raise ValidationError(TOO_LONG % numbers, code="max_length")


class TextField(LineField):
    """Several lines of words."""

    look = "text"
    widget = forms.Textarea

    def __init__(self, *, max_length=TEXT, **options):
        """Set the limit and the size of the box."""
        super().__init__(max_length=max_length, **options)
        self.widget.attrs["rows"] = 7

    def to_python(self, value):
        """Clean the words, and keep the lines."""
        return self.cleaned(clean_text, value)


class MailField(LineField):
    """An e-mail address."""

    widget = forms.EmailInput

    def __init__(self, **options):
        """Ask the browser for its owner's address."""
        super().__init__(autocomplete="email", max_length=ADDRESS, **options)
        self.widget.attrs["dir"] = "ltr"

    def validate(self, value):
        """Refuse what is no address."""
        super().validate(value)
        if value and not _is_address(value):
            raise ValidationError(_("Enter an e-mail address in the form name@example.org."), code="invalid")


def _is_address(value):
    try:
        forms.EmailField().clean(value)
    except ValidationError:
        return False
    return not any(mark in value for mark in ' ,;<>"')


class TelephoneField(LineField):
    """A telephone number as people write it."""

    widget = forms.TextInput

    def __init__(self, **options):
        """Ask the browser for its owner's number."""
        super().__init__(autocomplete="tel", max_length=40, **options)
        self.widget.input_type = "tel"
        self.widget.attrs["dir"] = "ltr"

    def validate(self, value):
        """Refuse what is no number."""
        super().validate(value)
        if value and len(value) <= self.limit and not TELEPHONE.match(value):
            raise ValidationError(_("Enter a telephone number, such as +33 3 88 41 20 00."), code="invalid")


class WebsiteField(LineField):
    """An address of a website; the beginning may be left out."""

    def __init__(self, **options):
        """Set the limit."""
        super().__init__(autocomplete="url", max_length=300, **options)
        self.widget.attrs |= {"dir": "ltr", "inputmode": "url"}

    def to_python(self, value):
        """Add the beginning that people leave out."""
        words = super().to_python(value)
        return f"https://{words}" if words and "://" not in words else words

    def validate(self, value):
        """Refuse what is no address of a website."""
        super().validate(value)
        if not value or len(value) > self.limit:
            return
        try:
            forms.URLField(assume_scheme="https").clean(value)
        except ValidationError as error:
            raise ValidationError(_("Enter an address such as www.example.org."), code="invalid") from error
        if not value.lower().startswith(("https://", "http://")):
            raise ValidationError(_("Enter an address such as www.example.org."), code="invalid")


class NumberField(LineField):
    """A whole number as people write it: 12 500, 12.500 or 12500."""

    def __init__(self, *, most, least=1, **options):
        """Set the limits.

        Args:
            most: the greatest number.
            least: the smallest.
            options: those of a line.
        """
        super().__init__(max_length=20, **options)
        self.least, self.most = least, most
        self.widget.attrs |= {"inputmode": "numeric", "dir": "ltr"}

    def clean(self, value):
        """Return the number, or None."""
        digits = GROUPED.sub("", super().clean(value))
        if not digits:
            return None
        if not (digits.isascii() and digits.isdecimal() and self.least <= int(digits) <= self.most):
            message = _("Enter a whole number between %(least)d and %(most)d.")
            raise ValidationError(message, code="invalid", params={"least": self.least, "most": self.most})
        return int(digits)


class OneOfField(forms.ChoiceField):
    """One of a list."""

    look = "select"

    def __init__(self, *, label, choices, missing=None, **options):
        """Set the list, after an empty first line.

        Args:
            label: the name of the field.
            choices: pairs, or what returns them.
            missing: what to say when nothing was chosen.
            options: those of the field of forms.
        """
        listed = choices if callable(choices) else lambda: choices
        super().__init__(label=label, choices=lambda: [("", _("Choose")), *listed()], **options)
        self.error_messages |= {
            "required": missing or _("Choose one of the list."),
            "invalid_choice": _("Choose one of the list."),
        }
        self.widget.attrs["class"] = "input"


class CountryField(OneOfField):
    """A country of Europe."""

    def __init__(self, **options):
        """Set the list of countries, in the reader's language."""
        super().__init__(choices=country_choices, **options)


class SomeOfField(forms.MultipleChoiceField):
    """Any of a list, as boxes to tick."""

    look = "choices"
    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, label, missing=None, **options):
        """Set what to say when nothing was ticked.

        Args:
            label: the name of the field.
            missing: what to say when nothing was ticked.
            options: those of the field of forms.
        """
        super().__init__(label=label, **options)
        self.error_messages |= {
            "required": missing or _("Tick at least one."),
            "invalid_choice": _("One of your choices is no longer on the list. Choose again."),
        }


class DocumentField(forms.FileField):
    """A document that is checked by its content and kept between the steps."""

    look = "file"
    default_error_messages = {
        "required": _("Choose a document."),
        "empty": _("This document is empty."),
        "invalid": _("Choose a document."),
        "missing": _("Choose a document."),
    }

    def __init__(self, **options):
        """Set the limits; the size is checked with the content."""
        super().__init__(**options)
        self.widget = forms.FileInput(attrs={"class": "input", "accept": ".pdf,.jpg,.jpeg,.png"})


class ConsentField(forms.BooleanField):
    """A box that must be ticked."""

    look = "tick"
