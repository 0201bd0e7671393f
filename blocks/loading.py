"""A stream that fetches all it refers to at once: one query for each kind of object."""

import copy
from collections import defaultdict
from collections.abc import Iterable

from wagtail.blocks import ChooserBlock, ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.blocks.list_block import ListValue
from wagtail.blocks.stream_block import StreamValue
from wagtail.documents import get_document_model
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

from blocks.links import document_links, find_pages, linked_ids, page_links
from blocks.references import item_of, leaves, raw_leaves, raw_references

__all__ = ["LoadedStreamBlock", "LoadedStreamValue", "load_together"]


class LoadedStreamValue(StreamValue):
    """A stored stream. At the first access it fetches its pictures, documents and pages, and resolves its links."""

    _page_links = None
    _document_links = None

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

    @property
    def document_links(self) -> dict:
        """The documents that the stream leads to, by primary key."""
        self._load()
        return self._document_links

    @property
    def is_loaded(self) -> bool:
        """Whether what the stream refers to has been fetched."""
        return self._page_links is not None

    def stored(self) -> list[dict]:
        """The blocks as they are stored."""
        return [dict(each) for each in self.raw_data]

    def fill(self, objects: dict, links: dict):
        """Take what was fetched.

        Args:
            objects: Model to objects by primary key.
            links: Where pages lead, by primary key; it may hold more than this stream leads to.
        """
        stored = self.stored()
        wanted = raw_references(self.stream_block, stored)
        own = _pages(wanted)
        files = objects.get(get_document_model(), {})
        self._page_links = {pk: link for pk, link in links.items() if pk in own}
        chosen = wanted.get(get_document_model(), ())
        self._document_links = document_links({pk: file for pk, file in files.items() if pk in chosen})
        for index, each in enumerate(stored):
            block = self.stream_block.child_blocks[each["type"]]
            if any(isinstance(leaf, ChooserBlock) for leaf, _raw in raw_leaves(block, each["value"])):
                self[index] = (each["type"], _built(block, each["value"], objects), each.get("id"))

    def _load(self):
        if not self.is_loaded:
            load_together([self])


def load_together(streams: Iterable[StreamValue]):
    """Fetch what several streams refer to, with as many queries as one of them would need.

    Args:
        streams: Streams; those that are loaded or were not stored are left as they are.
    """
    waiting = [stream for stream in streams if isinstance(stream, LoadedStreamValue) and not stream.is_loaded]
    wanted = defaultdict(set)
    for stream in waiting:
        for model, keys in raw_references(stream.stream_block, stream.stored()).items():
            wanted[model].update(keys)
    objects = {model: _rows(model, keys) for model, keys in wanted.items() if not issubclass(model, Page)}
    objects[Page], links = find_pages(_pages(wanted))
    for stream in waiting:
        stream.fill(objects, links)


def _pages(wanted):
    return set().union(*(keys for model, keys in wanted.items() if issubclass(model, Page)))


def _rows(model, keys):
    """Rows by primary key; a model may bring what its block shows along with them."""
    fetch = getattr(model, "fetched_for_streams", model.objects.in_bulk)
    return fetch(keys)


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
    value, identifier = item_of(each)
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
            The context with `page_links` and `document_links`.
        """
        context = super().get_context(value, parent_context)
        if isinstance(value, LoadedStreamValue):
            context["document_links"] = {**(context.get("document_links") or {}), **value.document_links}
        own = value.page_links if isinstance(value, LoadedStreamValue) else page_links(_page_ids(self, value))
        context["page_links"] = {**(context.get("page_links") or {}), **own}
        return context


def _page_ids(block, value):
    found = set()
    for leaf, part in leaves(block, value):
        if isinstance(part, Page):
            found.add(part.pk)
        elif isinstance(leaf, RichTextBlock) and part:
            found.update(linked_ids(part.source, "page"))
    return found
