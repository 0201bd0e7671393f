"""The words that readers see of a page, a snippet or a picture, one text for each field."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.blocks import (
    BlockQuoteBlock,
    CharBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
    URLBlock,
)
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import get_translatable_fields

from blocks.quote import QuoteBlock
from blocks.verbatim import VerbatimCharBlock, VerbatimTextBlock
from common.plain import BLOCK_END, words

__all__ = ["Text", "texts_of"]

QUOTED_TAG = re.compile(r"<(/?)(?:q|blockquote|cite)\b[^>]*>", re.IGNORECASE)
NOT_WORDS = (models.SlugField, models.URLField, models.EmailField)
NO_WORDS = (URLBlock, VerbatimCharBlock, VerbatimTextBlock)
# Snippets that are a person's own words.
QUOTATIONS = {"people.quotation": ("text", "translation")}
PICTURE = ("title", "description")


@dataclass(frozen=True, slots=True)
class Text:
    """A text and where it stands.

    Attributes:
        field: name of the field; of a row below the page, that of the relation.
        label: what the form calls the place.
        text: plain text.
        block: place in the stream, or None.
        quoted: whether all of it is a quotation.
        language: of a quotation that has one of its own; else empty.
    """

    field: str
    label: str
    text: str
    block: int | None = None
    quoted: bool = False
    language: str = ""


def texts_of(instance: models.Model) -> Iterator[Text]:
    """Go through the words of an object.

    Args:
        instance: a page, a translatable snippet, or a picture.

    Yields:
        Texts that are not empty.
    """
    for text in _fields(instance, _word_fields(instance)):
        if text.text.strip():
            yield text
    for relation in get_all_child_relations(type(instance)):
        if issubclass(relation.related_model, TranslatableMixin):
            yield from _rows(instance, relation)


def _rows(instance, relation):
    name = relation.get_accessor_name()
    for row in getattr(instance, name).all():
        for text in _fields(row, _word_fields(row)):
            if text.text.strip():
                yield Text(name, f"{_label(row._meta)}: {text.label}", text.text)


def _word_fields(instance):
    if isinstance(instance, get_image_model()):
        return [instance._meta.get_field(name) for name in PICTURE]
    rules = get_translatable_fields(type(instance))
    fields = [rule.get_field(type(instance)) for rule in rules if rule.is_translated(instance)]
    return [field for field in fields if _has_words(field)]


def _has_words(field):
    if isinstance(field, StreamField):
        return True
    plain = isinstance(field, models.CharField | models.TextField)
    return plain and not field.choices and not isinstance(field, NOT_WORDS)


def _fields(instance, fields):
    quoted = QUOTATIONS.get(instance._meta.label_lower, ())
    for field in fields:
        value = field.value_from_object(instance)
        if isinstance(field, StreamField):
            yield from _stream(field, value)
        elif value:
            text = plain(value) if isinstance(field, RichTextField) else str(value)
            yield Text(field.name, _label(field), text, quoted=field.name in quoted)


def _label(thing):
    name = str(thing.verbose_name)
    return name[:1].upper() + name[1:]


def _stream(field, value):
    for place, child in enumerate(value):
        for label, text, quoted, language in _block(child.block, child.value, False):
            names = [_label(field), *(name for name in (str(child.block.label), label) if name)]
            yield Text(field.name, ": ".join(dict.fromkeys(names)), text, place, quoted, language)


def _block(block, value, quoted) -> Iterator[tuple]:
    """Yield (label, text, whether it is quoted, language of its own) of a value and all its parts."""
    if not value or isinstance(block, NO_WORDS):
        return
    if isinstance(block, QuoteBlock):
        yield from _quote(block, value)
    elif isinstance(block, ImageBlock):
        yield str(block.label or ""), str(value.contextual_alt_text or ""), quoted, ""
    elif isinstance(block, RichTextBlock):
        yield "", plain(value.source), quoted, ""
    elif isinstance(block, CharBlock | TextBlock | BlockQuoteBlock):
        yield str(block.label or ""), str(value), quoted or isinstance(block, BlockQuoteBlock), ""
    else:
        yield from _parts(block, value, quoted)


def _quote(block, value):
    own = value.get("language") or ""
    for name, child in block.child_blocks.items():
        text = value.get(name)
        if name == "text" and text:
            yield str(child.label), str(text), True, own
        else:
            yield from _block(child, text, name == "translation")


def _parts(block, value, quoted):
    for child, part in _children(block, value):
        yield from _block(child, part, quoted)


def _children(block, value):
    if isinstance(block, StructBlock):
        return [(child, value.get(name)) for name, child in block.child_blocks.items()]
    if isinstance(block, StreamBlock):
        return [(child.block, child.value) for child in value]
    return [(block.child_block, item) for item in value] if isinstance(block, ListBlock) else []


def plain(markup: str) -> str:
    """Rich text as plain text that keeps its paragraphs and what it marks as quoted.

    Args:
        markup: HTML as it is stored.
    """
    marked = QUOTED_TAG.sub(lambda tag: " » " if tag.group(1) else " « ", markup)
    return "\n\n".join(filter(None, (words(part) for part in BLOCK_END.split(marked))))
