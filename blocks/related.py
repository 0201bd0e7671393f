"""Pages of the site that belong to a text."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, PageChooserBlock, StructBlock

from blocks.groups import FACTS
from blocks.links import PageLink, link_to
from blocks.preview import PreviewedBlock
from blocks.validation import ClearMessages

__all__ = ["RelatedBlock"]


def _preview():
    return {"title": gettext("Read more"), "pages": []}


class RelatedBlock(ClearMessages, PreviewedBlock, StructBlock):
    """A short list of links to other pages, each in the reader's language where it exists."""

    title = CharBlock(max_length=120, label=_("Title"))
    pages = ListBlock(PageChooserBlock(), min_num=1, max_num=8, label=_("Pages"))

    class Meta:
        icon = "link"
        label = _("Related pages")
        group = FACTS
        description = _("A short list of pages of this site. Each leads to the reader’s language where it exists.")
        template = "blocks/related.html"
        required_messages = {"title": _("Write a title for the list.")}
        preview_value = staticmethod(_preview)

    def get_context(self, value, parent_context=None):
        """Find where the links lead.

        Args:
            value: The struct value.
            parent_context: The context of the page; `page_links` holds the pages that it links to.

        Returns:
            The context with `links`; pages that readers may not see are left out.
        """
        context = super().get_context(value, parent_context)
        context["links"] = [link for page in value.get("pages") or [] if (link := link_to(page, context))]
        if context.get("is_block_preview"):
            context["links"] = [
                PageLink("#", gettext("A town opens its council")),
                PageLink("#", "Une ville ouvre son conseil", "fr", "ltr"),
            ]
        return context
