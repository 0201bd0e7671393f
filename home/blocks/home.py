"""The stream of sections."""

from django.utils.translation import gettext_lazy as _

from blocks.loading import LoadedStreamBlock
from home.blocks.call_to_action import CallToActionBlock
from home.blocks.facts import FactsBlock
from home.blocks.latest_news import LatestNewsBlock
from home.blocks.lead_story import LeadStoryBlock
from home.blocks.map_teaser import MapTeaserBlock
from home.blocks.quotation import QuotationBlock
from home.blocks.voices import VoicesBlock

__all__ = ["HomeBlock"]


SECTIONS = ("quotation", "lead_story", "latest_news", "map_teaser", "facts", "voices", "call_to_action")


class HomeBlock(LoadedStreamBlock):
    """Sections of a front page, from top to bottom."""

    quotation = QuotationBlock()
    lead_story = LeadStoryBlock()
    latest_news = LatestNewsBlock()
    map_teaser = MapTeaserBlock()
    facts = FactsBlock()
    voices = VoicesBlock()
    call_to_action = CallToActionBlock()

    class Meta:
        label = _("Sections")
        template = "home/blocks/home.html"
        # Each section is named by an anchor, which must stand once on a page.
        block_counts = {name: {"max_num": 1} for name in SECTIONS}
