"""The words of pages, read with as few queries for many of them as for one."""

import re

from django.core.exceptions import FieldDoesNotExist
from wagtail.blocks import CharBlock, ChooserBlock, RichTextBlock, TextBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from blocks.references import raw_leaves
from common.plain import words
from people.models import Quotation

__all__ = ["fetched", "joined_texts", "quoted", "texts_of"]

# What stands in a column of its own, or repeats other words for the search of the editors' side.
ELSEWHERE = {"title", "summary", "folded_words"}
# An address alone is nothing that readers look for, and no passage to show.
ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+\s*")


def fetched(model, keys, *, alone=False):
    """Return pages of one type with all rows beside them whose words are searched.

    Args:
        model: a page type.
        keys: primary keys.
        alone: without these rows.
    """
    pages = model.objects.filter(pk__in=keys).order_by()
    if alone:
        return list(pages)
    related = [field.field_name for field in model.get_search_fields() if isinstance(field, index.RelatedFields)]
    return list(pages.prefetch_related(*dict.fromkeys(related)))


def texts_of(page, quotations):
    """Return the texts of a page, without its title and its summary, in the order of its fields.

    Args:
        page: a page of its own type.
        quotations: as ``quoted`` returns them.
    """
    names = [field.field_name for field in page.get_search_fields() if isinstance(field, index.SearchField)]
    found = (text for name in dict.fromkeys(names) if name not in ELSEWHERE for text in _texts(page, name, quotations))
    return [text for text in found if not ADDRESS.fullmatch(text)]


def joined_texts(page):
    """Return the words of the rows beside a page: forms of a term, offices of a person, notes of a record, tags.

    Args:
        page: a page of its own type, as ``fetched`` returns it.
    """
    found = []
    for field in page.get_search_fields():
        if isinstance(field, index.RelatedFields):
            names = [sub.field_name for sub in field.fields if isinstance(sub, index.SearchField)]
            rows = getattr(page, field.field_name).all()
            found += [getattr(row, name) for row in rows for name in names]
    return [text for text in found if isinstance(text, str) and text]


def quoted(pages):
    """Return the words of the quotations from the library that pages show to their readers, in one query.

    Args:
        pages: pages of their own types.

    Returns:
        Primary keys of a quotation and of a locale to its words and, where it has one there, their translation.
    """
    keys = {
        raw
        for page in pages
        for field in page._meta.get_fields()
        if isinstance(field, StreamField)
        for leaf, raw in _leaves(field, getattr(page, field.name))
        if isinstance(leaf, ChooserBlock) and raw and leaf.model_class is Quotation
    }
    if not keys:
        return {}
    chosen = Quotation.objects.filter(pk__in=keys).values("translation_key")
    families = Quotation.objects.filter(translation_key__in=chosen)
    rows = list(families.values_list("pk", "translation_key", "locale", "text", "translation"))
    readings = {(family, locale): translation for _pk, family, locale, _text, translation in rows}
    return {
        (pk, locale): list(dict.fromkeys(filter(None, (text, readings.get((family, locale))))))
        for pk, family, _locale, text, _translation in rows
        for locale in {page.locale_id for page in pages}
    }


def _texts(page, name, quotations):
    try:
        field = page._meta.get_field(name)
    except FieldDoesNotExist:
        return []
    value = getattr(page, name)
    if isinstance(field, StreamField):
        return list(_stream_texts(field, value, quotations, page.locale_id))
    if isinstance(field, RichTextField):
        return [words(value)]
    return [value] if isinstance(value, str) and value else []


def _leaves(field, value):
    return raw_leaves(field.stream_block, [dict(each) for each in value.raw_data]) if value else ()


def _stream_texts(field, value, quotations, locale):
    for leaf, raw in _leaves(field, value):
        if isinstance(leaf, RichTextBlock):
            yield words(raw)
        elif isinstance(leaf, ChooserBlock):
            yield from quotations.get((raw, locale), ()) if leaf.model_class is Quotation else ()
        elif isinstance(leaf, CharBlock | TextBlock) and isinstance(raw, str) and raw:
            yield raw
