"""A stream that fetches all it refers to at once: one query for each kind of object."""

import copy

from wagtail.blocks import ChooserBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.stream_block import StreamValue
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

from blocks.links import find_pages, page_ids_in, page_links
from blocks.references import leaves, raw_references
from common.localization import locale_of

__all__ = ["LoadedStreamBlock", "LoadedStreamValue"]


class LoadedStreamValue(StreamValue):
    """A stored stream. At the first access it fetches its pictures, documents and pages, and resolves its links."""

    _page_links = None

    def __getitem__(self, index):
        """A block of the stream.

        Args:
            index: Its place, or a slice.

        Returns:
            The block, or a list of blocks.
        """
        self._load()
        return super().__getitem__(index)

    @property
    def page_links(self) -> dict:
        """The pages that the stream leads to, by primary key, in the language that was active at the first access."""
        self._load()
        return self._page_links

    def _load(self):
        if self._page_links is not None:
            return
        self._page_links = {}
        stored = [dict(each) for each in self.raw_data]
        chosen, linked = raw_references(self.stream_block, stored)
        objects = {model: model.objects.in_bulk(ids) for model, ids in chosen.items() if not issubclass(model, Page)}
        pages = set().union(*(ids for model, ids in chosen.items() if issubclass(model, Page)))
        objects[Page], self._page_links = find_pages(pages | linked, locale_of())
        for index, each in enumerate(stored):
            block = self.stream_block.child_blocks[each["type"]]
            if raw_references(block, each["value"])[0]:
                self[index] = (each["type"], _built(block, each["value"], objects), each.get("id"))


def _built(block, raw, objects):
    """A native value from a stored one, with objects that were fetched before."""
    if isinstance(block, ImageBlock):
        return _built_picture(block, raw, objects)
    if isinstance(block, ListBlock):
        return ListValue(block, bound_blocks=[_built_item(block, each, objects) for each in raw or []])
    if isinstance(block, StructBlock) and isinstance(raw, dict):
        return block.normalize(_built_children(block, raw, objects))
    if isinstance(block, ChooserBlock) and (block.model_class in objects or raw is None):
        return copy.copy(objects.get(block.model_class, {}).get(raw))
    return block.to_python(raw)


def _built_children(block, raw, objects):
    return {
        name: _built(child, raw[name], objects) if name in raw else child.get_default()
        for name, child in block.child_blocks.items()
    }


def _built_picture(block, raw, objects):
    if not isinstance(raw, dict):
        return block.to_python(raw)
    image = _built(block.child_blocks["image"], raw.get("image"), objects)
    return block.normalize({**raw, "image": image})


def _built_item(block, each, objects):
    is_item = isinstance(each, dict) and each.get("type") == "item" and "value" in each
    value, identifier = (each["value"], each.get("id")) if is_item else (each, None)
    return ListValue.ListChild(block.child_block, _built(block.child_block, value, objects), id=identifier)


class LoadedStreamBlock(StreamBlock):
    """A stream of blocks that costs one query for each kind of object it refers to, however many blocks it has."""

    def to_python(self, value):
        """Read a stored stream.

        Args:
            value: A list as it is stored, or a stream.

        Returns:
            A stream that fetches at the first access.
        """
        stream = super().to_python(value)
        if not stream.is_lazy or isinstance(stream, LoadedStreamValue):
            return stream
        return LoadedStreamValue(self, list(stream.raw_data), is_lazy=True)

    def get_context(self, value, parent_context=None):
        """Hand the links of the stream to its blocks.

        Args:
            value: The stream.
            parent_context: The context of the page.

        Returns:
            The context with `page_links`.
        """
        context = super().get_context(value, parent_context)
        is_loaded = isinstance(value, LoadedStreamValue)
        own = value.page_links if is_loaded else page_links(_page_ids(self, value), locale_of())
        context["page_links"] = {**(context.get("page_links") or {}), **own}
        return context


def _page_ids(block, value):
    found = set()
    for leaf, part in leaves(block, value):
        if isinstance(part, Page):
            found.add(part.pk)
        elif isinstance(leaf, RichTextBlock) and part:
            found.update(page_ids_in(part.source))
    return found
