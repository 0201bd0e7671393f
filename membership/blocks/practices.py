"""Good practices of a member: what was done, when, with which result, and whom to ask."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, IntegerBlock, ListBlock, StructBlock, TextBlock
from wagtail.blocks.struct_block import StructBlockValidationError

from blocks.addresses import WebAddressBlock
from blocks.document import DocumentBlock
from blocks.groups import FACTS
from blocks.loading import LoadedStreamBlock
from blocks.preview import PreviewedBlock
from blocks.validation import ClearMessages
from blocks.verbatim import VerbatimCharBlock
from membership.themes import theme_choices

__all__ = ["PracticeBlock", "PracticesBlock", "years_of"]

FIRST, LAST = 1950, 2100


def _preview():
    return {
        "title": gettext("School mediators in every district"),
        "theme": "",
        "first_year": 2014,
        "last_year": 2017,
        "text": gettext("Mediators from the communities accompany children and parents in the first years of school."),
        "result": gettext("More children finish their first school year."),
        "contact": gettext("Department of education"),
        "email": "",
        "url": "",
        "documents": [],
    }


def years_of(value):
    """Return the years of a practice as readers see them: "2014", "2014–2017", or "since 2014".

    Args:
        value: the values of a practice.
    """
    first, last = value.get("first_year"), value.get("last_year")
    if first and last and first != last:
        return f"{first}–{last}"
    if first and not last:
        return gettext("since %(year)s") % {"year": first}
    return str(last or "")


class PracticeBlock(ClearMessages, PreviewedBlock, StructBlock):
    """One good practice."""

    title = CharBlock(max_length=160, label=_("Title"))
    theme = ChoiceBlock(choices=theme_choices, required=False, label=_("Theme"))
    first_year = IntegerBlock(required=False, min_value=FIRST, max_value=LAST, label=_("First year"))
    last_year = IntegerBlock(
        required=False, min_value=FIRST, max_value=LAST, label=_("Last year"), help_text=_("Empty: it still goes on.")
    )
    text = TextBlock(max_length=1200, label=_("What was done"))
    result = TextBlock(
        required=False, max_length=800, label=_("Result"), help_text=_("What changed, and how it is known.")
    )
    contact = CharBlock(required=False, max_length=160, label=_("Whom to ask"), help_text=_("An office, not a person."))
    email = VerbatimCharBlock(required=False, max_length=160, label=_("E-mail address"))
    url = WebAddressBlock(required=False, label=_("More about it"))
    documents = ListBlock(DocumentBlock(), default=[], label=_("Documents"))

    class Meta:
        icon = "pick"
        label = _("Good practice")
        group = FACTS
        description = _("What was done, when, with which result, and whom to ask.")
        template = "membership/blocks/practice.html"
        required_messages = {
            "title": _("Give the practice a title."),
            "text": _("Say what was done."),
        }
        preview_value = staticmethod(_preview)

    def clean(self, value):
        """Refuse years that run backwards, and an e-mail address that is none.

        Args:
            value: the struct value.

        Returns:
            The cleaned value.

        Raises:
            StructBlockValidationError: names each field that is wrong.
        """
        cleaned = super().clean(value)
        errors = {}
        if cleaned.get("first_year") and cleaned.get("last_year") and cleaned["last_year"] < cleaned["first_year"]:
            errors["last_year"] = ValidationError(gettext("The last year lies before the first."))
        if cleaned.get("email") and "@" not in cleaned["email"]:
            errors["email"] = ValidationError(gettext("This is not an e-mail address."))
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return cleaned

    def get_context(self, value, parent_context=None):
        """Write years and theme as readers see them.

        Args:
            value: the struct value.
            parent_context: the context of the page; `themes` are the titles of themes by their key.

        Returns:
            The context with `years` and `theme`.
        """
        context = super().get_context(value, parent_context)
        context["years"] = years_of(value)
        context["theme"] = (context.get("themes") or {}).get(value.get("theme") or "", "")
        return context


class PracticesBlock(LoadedStreamBlock):
    """The good practices of a member, in the order in which editors put them."""

    practice = PracticeBlock()

    class Meta:
        label = gettext_lazy("Good practices")
        template = "membership/blocks/practices.html"
