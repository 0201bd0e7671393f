"""XLIFF 2.0, as OASIS has it, with the inline elements <pc> and <ph>; later ones are read where they are the same."""

from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _
from lxml import etree

from translations.exchange.inline import Code, Piece, fill
from translations.exchange.jobs import Job, Unit
from translations.exchange.problems import RefusedError
from translations.exchange.sheets import Entry, Sheet
from translations.exchange.xliff import (
    SPACE,
    Dialect,
    child,
    children,
    identifier_of,
    local,
    pieces_of,
    serialised,
)
from translations.models import State

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
OWN = "urn:alliance-cms:translation"
EXPORTED = f"{{{OWN}}}exported"
DIALECT = Dialect(
    frozenset({"pc"}),
    frozenset({"ph"}),
    through=frozenset({"mrk"}),
    starts=frozenset({"sc"}),
    ends=frozenset({"ec"}),
    silent=frozenset({"sm", "em", "cp"}),
)
TYPES = {
    "a": ("link", ""),
    "b": ("fmt", "xlf:b"),
    "strong": ("fmt", "xlf:b"),
    "i": ("fmt", "xlf:i"),
    "em": ("fmt", "xlf:i"),
    "br": ("fmt", "xlf:lb"),
}
PREFIX = "alliance:"
STATES = {
    State.MACHINE: "initial",
    State.FUZZY: "initial",
    State.DRAFT: "initial",
    State.TRANSLATED: "translated",
    State.REVIEWED: "reviewed",
    State.KEEP_SOURCE: "final",
}
DONE = {"translated": State.TRANSLATED, "reviewed": State.REVIEWED, "final": State.REVIEWED}


def write(job: Job) -> bytes:
    """Write a translation as XLIFF 2.0.

    Args:
        job: The translation.

    Returns:
        The bytes of the file.
    """
    source, target = job.languages
    names = {None: NAMESPACE, "alliance": OWN}
    root = etree.Element(f"{{{NAMESPACE}}}xliff", nsmap=names, version="2.0", srcLang=source, trgLang=target)
    file = _sub(root, "file", id="f1", original=job.original)
    _write_notes(file, job.notes)
    for unit in job.units:
        _write_unit(file, unit)
    return serialised(root)


def _sub(parent, tag: str, **attributes):
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", **attributes)


def _write_notes(parent, notes) -> None:
    if notes:
        holder = _sub(parent, "notes")
        for note in notes:
            _sub(holder, "note", category=note.about).text = note.text


def _write_unit(file, unit: Unit) -> None:
    element = _sub(file, "unit", **{"id": unit.key, "name": unit.path, EXPORTED: unit.stamp})
    _write_notes(element, unit.notes)
    segment = _sub(element, "segment")
    fill(_sub(segment, "source", **{SPACE: "preserve"}), unit.source, _code)
    if unit.target is not None:
        segment.set("state", STATES[unit.state])
        segment.set("subState", f"{PREFIX}{unit.state}")
        fill(_sub(segment, "target", **{SPACE: "preserve"}), unit.target, _code)


def _code(number: str, code: Code, alone: bool):
    kind, part = TYPES.get(code.name, ("other", ""))
    own = {"id": number, "canCopy": "no", "canDelete": "no", "type": kind}
    own |= {"subType": part} if part else {}
    if alone:
        free = {"canCopy": "yes", "canDelete": "yes", "disp": code.void} if code.name == "br" else {"disp": code.void}
        return etree.Element(f"{{{NAMESPACE}}}ph", **(own | free))
    return etree.Element(f"{{{NAMESPACE}}}pc", **own, dispStart=code.opening, dispEnd=f"</{code.name}>")


def read(root: Element, name: str) -> list[Sheet]:
    """Read XLIFF 2.x.

    Args:
        root: The root of the file.
        name: The name of the file.

    Returns:
        One sheet for each <file>.
    """
    languages = root.get("srcLang", ""), root.get("trgLang", "")
    return [
        Sheet(
            name,
            identifier_of(file.get("original", "")),
            *languages,
            [_entry(unit) for unit in file.iter() if local(unit) == "unit"],
        )
        for file in children(root, "file")
    ]


def _entry(unit: Element) -> Entry:
    key, exported = unit.get("id", ""), unit.get(EXPORTED, "")
    parts = children(unit, "segment", "ignorable")
    segments = children(unit, "segment")
    try:
        source = [piece for part in parts for piece in _pieces(part, "source")]
        target = _target(parts)
    except RefusedError as error:
        return Entry(key, problem=str(error))
    return Entry(key, source or None, target, _state(segments) if target is not None else "", exported)


def _pieces(part: Element, name: str) -> list[Piece]:
    element = child(part, name)
    return [] if element is None else pieces_of(element, DIALECT)


def _target(parts: list[Element]) -> list[Piece] | None:
    """The translation of a unit that a tool may have cut into segments and put into another order."""
    segments = [part for part in parts if local(part) == "segment"]
    empty = [part for part in segments if child(part, "target") is None]
    if len(empty) == len(segments):
        return None
    if empty:
        raise RefusedError(_("Only a part of it is translated."))
    ordered = sorted(enumerate(parts), key=lambda one: _place(one[1], one[0]))
    return [
        piece
        for _number, part in ordered
        for piece in _pieces(part, "source" if child(part, "target") is None else "target")
    ]


def _place(part: Element, number: int) -> int:
    target = child(part, "target")
    order = "" if target is None else target.get("order", "")
    return int(order) - 1 if order.isascii() and order.isdigit() and len(order) <= len("9999") else number


def _state(segments: list[Element]) -> str:
    """What a file says of a unit: the least that it says of one of its segments."""
    said = [segment.get("state", "") for segment in segments]
    if all(not one for one in said):
        return ""
    if {segment.get("subState") for segment in segments} == {f"{PREFIX}{State.KEEP_SOURCE}"} and set(said) == {"final"}:
        return State.KEEP_SOURCE
    if any(one not in DONE for one in said):
        return State.FUZZY
    return State.REVIEWED if all(DONE[one] == State.REVIEWED for one in said) else State.TRANSLATED
