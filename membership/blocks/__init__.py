"""The blocks that this room gives to streams."""

from membership.blocks.documents import DocumentsBlock
from membership.blocks.practices import PracticeBlock, PracticesBlock

__all__ = ["DocumentsBlock", "PracticeBlock", "PracticesBlock"]
