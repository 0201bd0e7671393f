"""Segments as text and numbered inline codes: how the tags of a segment travel through files, and come back whole."""

import html
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from bs4 import BeautifulSoup, NavigableString
from django.utils.translation import gettext as _

from translations.exchange.problems import RefusedError
from translations.quality.markup import FREE
from translations.words import BREAKS, FORBIDDEN

LONGEST_LIST = 8


class Kind(Enum):
    """What a piece of a segment is."""

    TEXT = "text"
    OPEN = "open"
    CLOSE = "close"
    VOID = "void"


@dataclass(frozen=True)
class Piece:
    """A run of text, or the place of a code; `value` is the text, or the code's number."""

    kind: Kind
    value: str


@dataclass(frozen=True)
class Code:
    """A tag of a segment, with its attributes."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def opening(self) -> str:
        """The tag as it opens."""
        return f"<{self.name}{self._written()}>"

    @property
    def void(self) -> str:
        """The tag as it stands alone."""
        return f"<{self.name}{self._written()}/>"

    def _written(self) -> str:
        return "".join(f' {name}="{html.escape(value)}"' for name, value in self.attributes)


@dataclass(frozen=True)
class Content:
    """A segment taken apart: its pieces in order, and its codes by number."""

    pieces: tuple[Piece, ...]
    codes: dict[str, Code]

    def markup(self) -> str:
        """The segment as it is kept, with its tags."""
        return "".join(self._written(piece) for piece in self.pieces)

    def _written(self, piece: Piece) -> str:
        if piece.kind is Kind.TEXT:
            return html.escape(piece.value, quote=False)
        code = self.codes[piece.value]
        return {Kind.OPEN: code.opening, Kind.VOID: code.void, Kind.CLOSE: f"</{code.name}>"}[piece.kind]


def storable(text: str) -> str:
    """A text without what XML cannot hold.

    Args:
        text: Any text.
    """
    return FORBIDDEN.sub("", BREAKS.sub("\n", text))


def take_apart(markup: str, source: Content | None = None) -> Content:
    """Take a segment apart.

    Args:
        markup: The segment with its tags.
        source: The segment it translates, whose codes keep their numbers; codes it does not have get further ones.
    """
    codes = dict(source.codes) if source else {}
    unused = list(codes)
    pieces = [*_pieces(BeautifulSoup(storable(markup), "html.parser"), codes, unused)]
    return Content(tuple(pieces), codes)


def _pieces(element: Any, codes: dict[str, Code], unused: list[str]) -> Iterator[Piece]:
    for child in element.children:
        if isinstance(child, NavigableString):
            yield Piece(Kind.TEXT, str(child))
            continue
        number = _number(child, codes, unused)
        if child.is_empty_element:
            yield Piece(Kind.VOID, number)
            continue
        yield Piece(Kind.OPEN, number)
        yield from _pieces(child, codes, unused)
        yield Piece(Kind.CLOSE, number)


def _number(tag: Any, codes: dict[str, Code], unused: list[str]) -> str:
    code = Code(tag.name, tuple((name, _joined(value)) for name, value in tag.attrs.items()))
    number = next((one for one in unused if codes[one] == code), None)
    if number is not None:
        unused.remove(number)
        return number
    known = next((one for one, other in codes.items() if other == code), None)
    if tag.is_empty_element and known is not None:
        return known
    number = str(len(codes) + 1)
    codes[number] = code
    return number


def _joined(value: str | list[str]) -> str:
    return " ".join(value) if isinstance(value, list) else value


def fill(parent: Any, content: Content, element_for: Callable[[str, Code, bool], Any]) -> None:
    """Write a segment into an XML element.

    Args:
        parent: An element of lxml, still empty.
        content: The segment.
        element_for: Makes the element of a code from its number, the code, and whether it stands alone.
    """
    open_ones = [parent]
    for piece in content.pieces:
        inner = open_ones[-1]
        if piece.kind is Kind.TEXT:
            _append(inner, piece.value)
        elif piece.kind is Kind.CLOSE:
            open_ones.pop()
        else:
            element = element_for(piece.value, content.codes[piece.value], piece.kind is Kind.VOID)
            inner.append(element)
            if piece.kind is Kind.OPEN:
                open_ones.append(element)


def _append(element: Any, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def restore(pieces: list[Piece], source: Content) -> Content:
    """Give the pieces of a file the tags of the source.

    Args:
        pieces: Text and numbers of codes, as they stood in the file.
        source: The segment that is translated.

    Returns:
        The translated segment.

    Raises:
        RefusedError: If a code is missing, unknown, doubled, or not closed.
    """
    codes = dict.fromkeys(piece.value for piece in pieces if piece.kind is not Kind.TEXT)
    unknown = [number or "?" for number in codes if number not in source.codes]
    if unknown:
        message = _("It has tags that the source does not have: %(tags)s.")
        raise RefusedError(message % {"tags": _listed(unknown)})
    content = Content(tuple(pieces), source.codes)
    check_codes(content, source)
    _check_nesting(pieces, source)
    return content


def check_codes(content: Content, source: Content) -> None:
    """Refuse a translation whose codes are not those of the source; only line breaks are free.

    Args:
        content: The translation.
        source: The segment that is translated.

    Raises:
        RefusedError: With the tags that are missing or too many.
    """
    before, after = _tags(source), _tags(content)
    missing, extra = [*(before - after).elements()], [*(after - before).elements()]
    if missing:
        message = _("Tags of the source are missing: %(tags)s.")
        raise RefusedError(message % {"tags": _listed(missing)})
    if extra:
        raise RefusedError(_("It has tags that the source does not have: %(tags)s.") % {"tags": _listed(extra)})


def _tags(content: Content) -> Counter:
    """How often each code stands there, alone or around words: a pair that came back as two single ones differs."""
    kinds = {Kind.OPEN: "opening", Kind.VOID: "void"}
    found = [(content.codes[one.value], kinds[one.kind]) for one in content.pieces if one.kind in kinds]
    return Counter(getattr(code, form) for code, form in found if code.name not in FREE)


def _check_nesting(pieces: list[Piece], source: Content) -> None:
    open_ones: list[str] = []
    for piece in pieces:
        if piece.kind is Kind.OPEN:
            open_ones.append(piece.value)
        elif piece.kind is Kind.CLOSE and (not open_ones or open_ones.pop() != piece.value):
            raise RefusedError(_("Tags cross each other: %(tags)s.") % {"tags": source.codes[piece.value].opening})
    if open_ones:
        listed = _listed([source.codes[number].opening for number in open_ones])
        raise RefusedError(_("Tags are not closed: %(tags)s.") % {"tags": listed})


def _listed(tags: list[str]) -> str:
    shown = [tag[:40] for tag in tags[:LONGEST_LIST]]
    return ", ".join([*shown, "…"] if len(tags) > LONGEST_LIST else shown)
