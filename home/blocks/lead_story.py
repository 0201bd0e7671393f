"""The story that opens the front page, with its picture."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.section import GROUP, SectionBlock

__all__ = ["LeadStoryBlock"]


def _preview():
    return {"title": gettext("From the network"), "story": None}


class LeadStoryBlock(SectionBlock):
    """One story, large, with its picture; the newest one where none is chosen."""

    title = blocks.CharBlock(label=_("Heading"), max_length=60, help_text=_("For example: From the network"))
    story = blocks.PageChooserBlock(
        "news.NewsPage", label=_("Story"), required=False, help_text=_("Leave empty to show the newest story.")
    )

    class Meta:
        icon = "pick"
        group = GROUP
        label = _("Lead story")
        description = _("One story, large, with its picture; the newest one where none is chosen.")
        template = "home/blocks/lead_story.html"
        preview_value = staticmethod(_preview)

    def get_context(self, value, parent_context=None):
        """Add ``picture``, the prepared picture of the story.

        Args:
            value: the block's own words.
            parent_context: the context of the page.
        """
        context = super().get_context(value, parent_context=parent_context)
        lead = context["front"].lead
        context["picture"] = context["front"].pictures.get(lead.image_id) if lead else None
        return context
