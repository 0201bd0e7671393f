"""One thing that a reader can do next."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, PageChooserBlock, StructBlock, TextBlock
from wagtail.blocks.struct_block import StructBlockValidationError

from blocks.addresses import WebAddressBlock, safe_address
from blocks.groups import FACTS
from blocks.links import PageLink, link_to
from blocks.preview import PreviewedBlock
from blocks.validation import ClearMessages

__all__ = ["CallToActionBlock"]


def _preview():
    return {
        "title": gettext("Bring your city in"),
        "text": gettext("Any local or regional authority can ask to join. The form takes four short steps."),
        "page": None,
        "url": "https://www.coe.int/",
        "label": gettext("Join the Alliance"),
    }


class CallToActionBlock(ClearMessages, PreviewedBlock, StructBlock):
    """A title, a sentence and one link to a page of the site or to another address."""

    title = CharBlock(max_length=120, label=_("Title"))
    text = TextBlock(required=False, max_length=400, label=_("Text"))
    page = PageChooserBlock(required=False, label=_("Page"))
    url = WebAddressBlock(required=False, label=_("Or an address"))
    label = CharBlock(max_length=60, label=_("Text of the link"), help_text=_("What happens: “Join the Alliance”."))

    class Meta:
        icon = "pick"
        label = _("Call to action")
        group = FACTS
        description = _("One thing a reader can do next, with a link.")
        template = "blocks/call_to_action.html"
        required_messages = {
            "title": _("Write a title."),
            "label": _("Write the text of the link: it says what happens."),
        }
        preview_value = staticmethod(_preview)

    def clean(self, value):
        """Check that the link leads to one place.

        Args:
            value: The struct value from the form.

        Returns:
            The cleaned value.

        Raises:
            StructBlockValidationError: if both a page and an address are given, or neither while publishing.
        """
        cleaned = super().clean(value)
        page, url = cleaned.get("page"), cleaned.get("url")
        if page and url:
            sentence = _("Choose a page or give an address, not both.")
            raise StructBlockValidationError({"url": ValidationError(sentence)})
        if not page and not url and not self.is_deferred_validation:
            raise StructBlockValidationError({"page": ValidationError(_("Choose a page, or give an address below."))})
        return cleaned

    def get_context(self, value, parent_context=None):
        """Find where the link leads.

        Args:
            value: The struct value.
            parent_context: The context of the page; `page_links` holds the pages that it links to.

        Returns:
            The context with `link`, None where there is nowhere to go.
        """
        context = super().get_context(value, parent_context)
        url = safe_address(value.get("url"))
        context["link"] = link_to(value.get("page"), context) or (PageLink(url, "") if url else None)
        return context
