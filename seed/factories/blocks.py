"""Bodies of pages, as the seed and the tests write them."""

import datetime
import uuid

from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.blocks.stream_block import StreamValue

from blocks.body import BodyBlock

NAMESPACE = uuid.UUID("5d1c4c3e-2f07-4c1b-9a52-8f6f6b7c0e11")


def body(items: list[tuple], key: str = "", block: StreamBlock | None = None) -> StreamValue:
    """A stream as the database would give it back.

    Args:
        items: Pairs of (block name, value); values as plain Python: text, dicts, lists, primary keys, dates.
        key: What the ids are made from, so that seeding twice gives the same ids.
        block: The stream's block; None means a body.

    Returns:
        A stream value.
    """
    block = block or BodyBlock()
    return block.to_python(stored(items, key, block))


def stored(items: list[tuple], key: str = "", block: StreamBlock | None = None) -> list[dict]:
    """A stream as JSON holds it, with an id on every item of every list, so that translators get all of it.

    Args:
        items: Pairs of (block name, value).
        key: What the ids are made from.
        block: The stream's block; None means a body.

    Returns:
        A list of dicts with type, value and id.
    """
    block = block or BodyBlock()
    return [
        {
            "type": name,
            "value": _stored(block.child_blocks[name], value, f"{key}/{index}"),
            "id": _identifier(f"{key}/{index}"),
        }
        for index, (name, value) in enumerate(items)
    ]


def _identifier(path):
    return str(uuid.uuid5(NAMESPACE, path))


def _stored(block, value, path):
    if isinstance(block, ListBlock):
        return [_item(block.child_block, each, f"{path}/{index}") for index, each in enumerate(value or [])]
    if isinstance(block, StructBlock) and isinstance(value, dict):
        return {
            name: _stored(block.child_blocks[name], each, f"{path}/{name}")
            for name, each in value.items()
            if name in block.child_blocks
        }
    return value.isoformat() if isinstance(value, datetime.date) else getattr(value, "pk", value)


def _item(block, value, path):
    return {"type": "item", "value": _stored(block, value, path), "id": _identifier(path)}
