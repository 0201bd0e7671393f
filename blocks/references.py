"""Which pictures, documents and pages a stream speaks of."""

from collections.abc import Iterator

from wagtail.blocks import ChooserBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.documents import get_document_model
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

from blocks.links import linked_ids

__all__ = ["item_of", "leaves", "raw_leaves", "raw_references"]


def leaves(block, value) -> Iterator[tuple]:
    """Go through a value down to its simplest parts.

    Args:
        block: The block that describes the value.
        value: Its native value.

    Yields:
        Pairs of (block, value). A picture with its alternative text counts as one part.
    """
    parts = None if isinstance(block, ImageBlock) else _parts(block, value)
    if parts is None:
        yield block, value
    else:
        for part in parts:
            yield from leaves(*part)


def _parts(block, value):
    if isinstance(block, StructBlock):
        return [(child, (value or {}).get(name)) for name, child in block.child_blocks.items()]
    if isinstance(block, ListBlock):
        return [(block.child_block, each) for each in value or []]
    if isinstance(block, StreamBlock):
        return [(each.block, each.value) for each in value or []]
    return None


def raw_leaves(block, raw) -> Iterator[tuple]:
    """Go through a stored value down to its simplest parts, without a query.

    Args:
        block: The block that describes the value.
        raw: The value as it is stored in JSON.

    Yields:
        Pairs of (block, stored value).
    """
    parts = _raw_parts(block, raw)
    if parts is None:
        yield block.child_blocks["image"] if isinstance(block, ImageBlock) else block, raw
    else:
        for part in parts:
            yield from raw_leaves(*part)


def _raw_parts(block, raw):
    if isinstance(block, ListBlock):
        return [(block.child_block, item_of(each)[0]) for each in raw or []]
    if isinstance(block, StreamBlock):
        return [(block.child_blocks[each["type"]], each["value"]) for each in raw or []]
    if isinstance(block, StructBlock) and isinstance(raw, dict):
        return [(child, raw.get(name)) for name, child in block.child_blocks.items()]
    return None


def item_of(raw) -> tuple:
    """The value and the id of a stored item of a list.

    Args:
        raw: An item with its id, or a bare value.

    Returns:
        A pair of (stored value, id or None).
    """
    is_item = isinstance(raw, dict) and raw.get("type") == "item" and "value" in raw
    return (raw["value"], raw.get("id")) if is_item else (raw, None)


def raw_references(block, raw) -> dict[type, set]:
    """What a stored value refers to.

    Args:
        block: The block that describes the value.
        raw: The value as it is stored in JSON.

    Returns:
        Model to primary keys, of objects that were chosen and of those that rich text links to.
    """
    found: dict[type, set] = {}
    for leaf, value in raw_leaves(block, raw):
        if isinstance(leaf, ChooserBlock) and value:
            found.setdefault(leaf.model_class, set()).add(value)
        elif isinstance(leaf, RichTextBlock) and value:
            found.setdefault(Page, set()).update(linked_ids(value, "page"))
            found.setdefault(get_document_model(), set()).update(linked_ids(value, "document"))
    return {model: keys for model, keys in found.items() if keys}
