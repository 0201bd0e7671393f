"""The documents of a member: plans, strategies, decisions."""

from django.utils.translation import gettext_lazy as _

from blocks.document import DocumentBlock
from blocks.loading import LoadedStreamBlock

__all__ = ["DocumentsBlock"]


class DocumentsBlock(LoadedStreamBlock):
    """Files to download, in the order in which editors put them."""

    document = DocumentBlock()

    class Meta:
        label = _("Documents")
        template = "blocks/body.html"
