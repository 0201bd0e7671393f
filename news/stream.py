"""The stream of a story: every block of a body, and quotations from the library."""

from blocks.body import BodyBlock
from people.blocks import QuotationBlock

__all__ = ["StoryBlock", "quotes_in"]


class StoryBlock(BodyBlock):
    """All blocks that a story may be composed of."""

    quotation = QuotationBlock()


def quotes_in(page):
    """Return the quotations of a story, from the library or not, in the order of the text.

    Args:
        page: a story.

    Returns:
        Values with the names of a quote block: text, language, speaker, role, country, group, date, source and so on.
    """
    found = []
    for block in page.body:
        if block.block_type == "quote":
            found.append(block.value)
        elif block.block_type == "quotation" and (quote := block.block.quote(block.value, page)):
            found.append(quote)
    return found
