"""The editors' forms of persons and quotations."""

from django.utils.translation import gettext_lazy as _

from blocks.quote import NOTE
from common.forms import PageForm, SnippetForm
from people.checks import portrait_errors

__all__ = ["PersonPageForm", "QuotationForm"]


class PersonPageForm(PageForm):
    """Keeps unfinished drafts, and asks for consent and text alternative when a portrait would be published."""

    def clean(self):
        """Add an error at each field that a portrait needs before readers see it.

        Returns:
            The cleaned values.
        """
        values = super().clean()
        if not self.is_deferred_validation:
            for name, message in portrait_errors(values).items():
                self.add_error(name, message)
        return values


class QuotationForm(SnippetForm):
    """Shows what nobody wrote as empty, and says at once who is missing."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.initial.get("translation") == self.initial.get("text"):
            self.initial["translation"] = ""
        if self.initial.get("translation_note") == NOTE:
            self.initial["translation_note"] = ""
        messages = {
            "text": _("Write what was said."),
            "language": _("Choose the language the quotation is in."),
            "person": _("Choose who said it. A quotation without a speaker cannot be published."),
        }
        for name, message in messages.items():
            if name in self.fields:
                self.fields[name].error_messages["required"] = message
