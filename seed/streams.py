"""Turns the blocks of a content file into what a StreamField stores, and lays translations over them."""

import datetime
import uuid
from collections.abc import Callable
from typing import Any

from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from people.blocks import QuotationBlock
from seed.places import Places

# Blocks whose value is not a table.
SINGLE = ({"html"}, {"quotation"})
NAMESPACE = uuid.UUID("8f2e0a8e-0a5c-4a3b-9d43-6f0f7c0c5f11")


class StreamWriter:
    """Writes the raw value of a stream; the same content gets the same block ids each time."""

    def __init__(self, places: Places, picture: Callable[[str], int]) -> None:
        """Keep what the values refer to.

        Args:
            places: pages by key.
            picture: returns the id of the picture drawn for a motif.
        """
        self.places = places
        self.picture = picture

    def write(self, stream: blocks.StreamBlock, entries: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
        """Return the raw value of a stream.

        Args:
            stream: the block definition.
            entries: one table for each block, with its ``type``.
            name: what the ids are made from; unique for each stream.

        Raises:
            KeyError: if a block type does not exist, or a page that it names.
        """
        return [
            {
                "type": entry["type"],
                "id": identity(f"{name}/{place}"),
                "value": self.value(stream.child_blocks[entry["type"]], inner(entry), f"{name}/{place}"),
            }
            for place, entry in enumerate(entries)
        ]

    def value(self, block: blocks.Block, value: Any, name: str) -> Any:
        """Return the raw value of one block; what the content leaves out gets the block's default."""
        if isinstance(block, ImageBlock):
            return {"image": self.picture(value["motif"]), "alt_text": value["alt"], "decorative": False}
        if isinstance(block, blocks.StructBlock) and isinstance(value, dict):
            return {
                key: self.value(child, value[key], f"{name}/{key}") if key in value else raw_default(child)
                for key, child in block.child_blocks.items()
            }
        if isinstance(block, blocks.ListBlock):
            return [
                {
                    "type": "item",
                    "id": identity(f"{name}/{place}"),
                    "value": self.value(block.child_block, item, f"{name}/{place}"),
                }
                for place, item in enumerate(value)
            ]
        if isinstance(block, blocks.StreamBlock):
            return self.write(block, value, name)
        return self.plain(block, value)

    def plain(self, block: blocks.Block, value: Any) -> Any:
        """Return the raw value of a block that has no blocks within."""
        if isinstance(block, blocks.PageChooserBlock):
            return self.places.page(value).pk if value and self.places.has(value) else None
        if isinstance(block, QuotationBlock):
            return self.places.quotations[value].pk
        if isinstance(block, blocks.RichTextBlock):
            return self.places.html(value)
        return value.isoformat() if isinstance(value, datetime.date) else value


def raw_default(block: blocks.Block) -> Any:
    """Return what a block stores when nothing was said."""
    return block.get_prep_value(block.get_default())


def inner(entry: dict[str, Any]) -> Any:
    """Return the value in a block's table: the table without its type, or the value of a block that is one text."""
    rest = {key: value for key, value in entry.items() if key != "type"}
    return next(iter(rest.values())) if set(rest) in SINGLE else rest


def identity(name: str) -> str:
    """Return a block id that is the same for the same name."""
    return str(uuid.uuid5(NAMESPACE, name))


def overlaid(raw: Any, words: Any, places: Places) -> Any:
    """Return a raw value with the words of another language in the places where they are given.

    Args:
        raw: the value in the source language, as stored.
        words: tables in the same order; a table names only what differs.
        places: pages by key, for links in the words.
    """
    if isinstance(raw, list):
        return [overlaid(item, word, places) for item, word in zip(raw, words, strict=True)]
    if isinstance(raw, dict) and {"id", "type", "value"} <= set(raw):
        return {**raw, "value": overlaid(raw["value"], inner(words) if isinstance(words, dict) else words, places)}
    if isinstance(raw, dict):
        return {key: overlaid(value, words[key], places) if key in words else value for key, value in raw.items()}
    if isinstance(raw, str) and isinstance(words, str):
        return places.html(words) if "<" in words else words
    return raw
