"""Which pictures, documents and pages a stream speaks of."""

from collections.abc import Iterator

from wagtail.blocks import ChooserBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.images.blocks import ImageBlock

from blocks.links import page_ids_in

__all__ = ["leaves", "raw_leaves", "raw_references"]


def leaves(block, value) -> Iterator[tuple]:
    """Go through a value down to its simplest parts.

    Args:
        block: The block that describes the value.
        value: Its native value.

    Yields:
        Pairs of (block, value). A picture with its alternative text counts as one part.
    """
    if isinstance(block, ImageBlock):
        yield block, value
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield from leaves(child, (value or {}).get(name))
    elif isinstance(block, ListBlock):
        for each in value or []:
            yield from leaves(block.child_block, each)
    elif isinstance(block, StreamBlock):
        for each in value or []:
            yield from leaves(each.block, each.value)
    else:
        yield block, value


def raw_leaves(block, raw) -> Iterator[tuple]:
    """Go through a stored value down to its simplest parts, without a query.

    Args:
        block: The block that describes the value.
        raw: The value as it is stored in JSON.

    Yields:
        Pairs of (block, stored value).
    """
    if isinstance(block, ListBlock):
        for each in raw or []:
            yield from raw_leaves(block.child_block, _item(each))
    elif isinstance(block, StreamBlock):
        for each in raw or []:
            yield from raw_leaves(block.child_blocks[each["type"]], each["value"])
    elif isinstance(block, StructBlock) and isinstance(raw, dict):
        for name, child in block.child_blocks.items():
            yield from raw_leaves(child, raw.get(name))
    else:
        yield block.child_blocks["image"] if isinstance(block, ImageBlock) else block, raw


def _item(each):
    is_item = isinstance(each, dict) and each.get("type") == "item" and "value" in each
    return each["value"] if is_item else each


def raw_references(block, raw) -> tuple[dict[type, set], set[int]]:
    """What a stored value refers to.

    Args:
        block: The block that describes the value.
        raw: The value as it is stored in JSON.

    Returns:
        Model to primary keys of chosen objects, and the primary keys of pages linked to in rich text.
    """
    chosen: dict[type, set] = {}
    linked: set[int] = set()
    for leaf, value in raw_leaves(block, raw):
        if isinstance(leaf, ChooserBlock) and value:
            chosen.setdefault(leaf.model_class, set()).add(value)
        elif isinstance(leaf, RichTextBlock) and value:
            linked.update(page_ids_in(value))
    return chosen, linked
