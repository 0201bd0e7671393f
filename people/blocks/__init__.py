"""The blocks that this room gives to streams."""

from people.blocks.quotation import QuotationBlock

__all__ = ["QuotationBlock"]
