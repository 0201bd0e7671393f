"""What both versions of XLIFF share: safe reading, inline content, and how a file is written."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _
from lxml import etree

from translations.exchange.inline import Kind, Piece
from translations.exchange.jobs import IDENTIFIER
from translations.exchange.problems import RefusedError, UnreadableFileError

XML = "http://www.w3.org/XML/1998/namespace"
LANG, SPACE = f"{{{XML}}}lang", f"{{{XML}}}space"
DEEPEST = 60
MOST_ELEMENTS = 300_000
MOST_TAGS = 2 * MOST_ELEMENTS
TOOL = "alliance-cms"
INTERFACE = "interface"


@dataclass(frozen=True)
class Dialect:
    """What the inline elements of a version mean.

    Attributes:
        pairs: Elements around words.
        singles: Elements that stand alone.
        through: Elements that are marks of tools: what is in them counts, they do not.
        starts: Elements that open a pair.
        ends: Elements that close one.
        silent: Elements that say nothing here.
    """

    pairs: frozenset[str]
    singles: frozenset[str]
    through: frozenset[str] = field(default_factory=frozenset)
    starts: frozenset[str] = field(default_factory=frozenset)
    ends: frozenset[str] = field(default_factory=frozenset)
    silent: frozenset[str] = field(default_factory=frozenset)


def parse(data: bytes) -> Element:
    """Read XML that a stranger may have made.

    Args:
        data: The bytes of a file.

    Returns:
        The root.

    Raises:
        UnreadableFileError: If it is not well-formed, defines entities, or is built to exhaust the server.
    """
    if data.count(b"<") > MOST_TAGS:
        raise UnreadableFileError(_too_much())
    try:
        root = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        message = _("The file defines entities or a document type of its own; such files can do harm and are not read.")
        raise UnreadableFileError(message) from error
    except ParseError as error:
        line, column = error.position
        message = _("The file is not well-formed XML: line %(line)d, column %(column)d.")
        raise UnreadableFileError(message % {"line": line, "column": column}) from error
    except (ValueError, LookupError) as error:
        raise UnreadableFileError(_("The encoding of the file cannot be read. Save it as UTF-8.")) from error
    _check_shape(root)
    return root


def _check_shape(root: Element) -> None:
    level, depth, count = [root], 0, 1
    while level:
        depth += 1
        level = [child for element in level for child in element]
        count += len(level)
        if depth > DEEPEST or count > MOST_ELEMENTS:
            raise UnreadableFileError(_too_much())


def _too_much() -> str:
    return _("The file is nested too deeply or has too many elements.")


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rsplit("}", 1)[-1]


def children(element: Element, *names: str) -> list[Element]:
    """The children of these names, in order."""
    return [child for child in element if local(child) in names]


def child(element: Element, name: str) -> Element | None:
    """The first child of a name, or None."""
    return next(iter(children(element, name)), None)


def pieces_of(element: Element, dialect: Dialect) -> list[Piece]:
    """The inline content of an element.

    Args:
        element: A source or a target.
        dialect: What its inline elements mean.

    Raises:
        RefusedError: If there is an element that files of this site do not have.
    """
    pieces = [Piece(Kind.TEXT, element.text)] if element.text else []
    for one in element:
        pieces += _inline(one, dialect)
        pieces += [Piece(Kind.TEXT, one.tail)] if one.tail else []
    return pieces


def _inline(element: Element, dialect: Dialect) -> list[Piece]:
    name, number = local(element), element.get("id", "")
    if name in dialect.pairs:
        return [Piece(Kind.OPEN, number), *pieces_of(element, dialect), Piece(Kind.CLOSE, number)]
    if name in dialect.through:
        return pieces_of(element, dialect)
    kinds = {Kind.VOID: dialect.singles, Kind.OPEN: dialect.starts, Kind.CLOSE: dialect.ends}
    kind = next((kind for kind, names in kinds.items() if name in names), None)
    if kind is not None:
        return [Piece(kind, element.get("startRef", number) if kind is Kind.CLOSE else number)]
    if name in dialect.silent:
        return []
    raise RefusedError(_("It has an element that files of this site do not have: <%(name)s>.") % {"name": name[:40]})


def serialised(root) -> bytes:
    """A file of lxml's tree, in UTF-8, indented down to the segments and not in them."""
    _indent(root, 0)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _indent(element, level: int) -> None:
    """Give each element a line of its own, except where white space is content."""
    if element.text or not len(element) or etree.QName(element).localname in {"source", "target"}:
        return
    inner = "\n" + "  " * (level + 1)
    element.text = inner
    for one in element:
        _indent(one, level + 1)
        one.tail = inner
    element[-1].tail = "\n" + "  " * level


def identifier_of(original: str) -> str:
    """What a file says in its `original` that it was made of: a translation, the interface, or nothing of this site."""
    if original == INTERFACE:
        return INTERFACE
    return original.removeprefix(IDENTIFIER) if original.startswith(IDENTIFIER) else ""
