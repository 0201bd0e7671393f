"""Where a segment stands on its page, for people: field or block, how long it may be, and what is said about it."""

from dataclasses import dataclass
from functools import lru_cache

from django.db import models
from django.utils.encoding import force_str
from django.utils.text import capfirst
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock

SEO_FIELDS = ("seo_title", "search_description")
SLUG = "slug"


@dataclass(frozen=True)
class Standing:
    """Where a segment stands. `labels` are lazy words, from the outside inwards."""

    labels: tuple = ()
    max_length: int | None = None
    help_text: object = ""
    name: str = ""
    block: str = ""

    @property
    def label(self) -> str:
        """The place in words, such as "Body: Quotation: Office"."""
        return ": ".join(capfirst(force_str(label)) for label in self.labels if label)

    @property
    def is_slug(self) -> bool:
        """Whether it is a part of the page's address."""
        return self.name == SLUG

    @property
    def is_for_machines(self) -> bool:
        """Whether search engines and link previews show it, not the page."""
        return self.name in SEO_FIELDS

    @property
    def is_picture_text(self) -> bool:
        """Whether it says what a picture shows."""
        return self.name in {"alt", "alt_text"}


@lru_cache(maxsize=4096)
def standing_of(model: type[models.Model], field_path: str) -> Standing:
    """Where a segment stands.

    Args:
        model: The type of page or snippet.
        field_path: wagtail-localize's path of fields and block types, such as "body.quote.office".

    Returns:
        The place; what is not known any more is named by its path.
    """
    first, *rest = field_path.split(".")
    try:
        field = model._meta.get_field(first)
    except models.FieldDoesNotExist:
        return Standing((field_path,), name=first)
    if isinstance(field, models.ManyToOneRel):
        inner = standing_of(field.related_model, ".".join(rest)) if rest else Standing()
        outer = field.related_model._meta.verbose_name
        return Standing((outer, *inner.labels), inner.max_length, inner.help_text, inner.name)
    if isinstance(field, StreamField):
        return _in_stream(field, rest)
    return Standing((field.verbose_name,), field.max_length, field.help_text, first)


def _in_stream(field: StreamField, names: list[str]) -> Standing:
    block, labels, outermost = field.stream_block, [field.verbose_name], names[0] if names else ""
    for name in names:
        block = _child(block, name)
        if block is None:
            return Standing((*labels, *names), name=names[-1], block=outermost)
        if not isinstance(block, blocks.ListBlock):
            labels.append(block.label)
    inner = getattr(block, "field", None)
    return Standing(
        tuple(labels), getattr(inner, "max_length", None), getattr(inner, "help_text", ""), names[-1], outermost
    )


def _child(block: blocks.Block, name: str) -> blocks.Block | None:
    if isinstance(block, blocks.ListBlock):
        return block.child_block if name == "item" else _child(block.child_block, name)
    if isinstance(block, blocks.BaseStructBlock | blocks.BaseStreamBlock | ImageBlock):
        return block.child_blocks.get(name)
    return None
