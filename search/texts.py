"""The words of a page, read without a query."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from wagtail.blocks import CharBlock, RichTextBlock, TextBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from blocks.references import raw_leaves
from common.plain import words

__all__ = ["specific_pages", "texts_of"]


def specific_pages(pages):
    """Return pages as their own types, with one query for each type.

    Args:
        pages: plain pages, in the order wanted.
    """
    by_type = {}
    for page in pages:
        by_type.setdefault(page.content_type_id, []).append(page.pk)
    found = {}
    for type_id, keys in by_type.items():
        found |= ContentType.objects.get_for_id(type_id).model_class().objects.in_bulk(keys)
    return [found[page.pk] for page in pages if page.pk in found]


def texts_of(page):
    """Return the texts of a page that are searched, without its title, in the order of its fields.

    Args:
        page: a page of its own type.
    """
    names = [field.field_name for field in page.get_search_fields() if isinstance(field, index.SearchField)]
    return [text for name in dict.fromkeys(names) if name != "title" for text in _texts(page, name)]


def _texts(page, name):
    try:
        field = page._meta.get_field(name)
    except FieldDoesNotExist:
        return []
    value = getattr(page, name)
    if isinstance(field, StreamField):
        return _stream_texts(field.stream_block, value)
    if isinstance(field, RichTextField):
        return [words(value)]
    return [value] if isinstance(value, str) else []


def _stream_texts(block, value):
    for leaf, raw in raw_leaves(block, [dict(each) for each in value.raw_data]):
        if isinstance(leaf, RichTextBlock):
            yield words(raw)
        elif isinstance(leaf, CharBlock | TextBlock) and isinstance(raw, str):
            yield raw
