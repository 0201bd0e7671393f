"""A heading inside a page."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, StructBlock

from blocks.groups import TEXT
from blocks.preview import PreviewedBlock
from blocks.validation import ClearMessages

__all__ = ["HeadingBlock"]


def _preview():
    return {"text": gettext("A network of mayors"), "level": "2"}


class HeadingBlock(ClearMessages, PreviewedBlock, StructBlock):
    """A heading of the second or third level; the first is the title of the page."""

    text = CharBlock(max_length=160, label=_("Text"))
    level = ChoiceBlock(
        choices=[("2", _("Section")), ("3", _("Part of a section"))], default="2", search_index=False, label=_("Level")
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        group = TEXT
        description = _("Opens a section, so that readers find their way in a long text.")
        template = "blocks/heading.html"
        required_messages = {"text": _("Write the heading, or remove this block.")}
        preview_value = staticmethod(_preview)
