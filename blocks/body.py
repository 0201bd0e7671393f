"""The stream of a page: every block, in the order in which editors look for them."""

from django.utils.translation import gettext_lazy as _

from blocks.call_to_action import CallToActionBlock
from blocks.document import DocumentBlock
from blocks.facts import FactsBlock
from blocks.gallery import GalleryBlock
from blocks.heading import HeadingBlock
from blocks.image import ImageBlock
from blocks.live_figures import LiveFiguresBlock
from blocks.loading import LoadedStreamBlock
from blocks.paragraph import ParagraphBlock
from blocks.quote import QuoteBlock
from blocks.related import RelatedBlock
from blocks.table import TableBlock
from blocks.video import VideoBlock

__all__ = ["BodyBlock"]


class BodyBlock(LoadedStreamBlock):
    """All blocks that the body of a page may be composed of."""

    paragraph = ParagraphBlock()
    heading = HeadingBlock()
    quote = QuoteBlock()
    image = ImageBlock()
    gallery = GalleryBlock()
    video = VideoBlock()
    facts = FactsBlock()
    live_figures = LiveFiguresBlock()
    table = TableBlock()
    document = DocumentBlock()
    related = RelatedBlock()
    call_to_action = CallToActionBlock()

    class Meta:
        label = _("Body")
        template = "blocks/body.html"
