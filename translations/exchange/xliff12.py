"""XLIFF 1.2, as OASIS has it, with the inline elements <g> and <x>."""

from xml.etree.ElementTree import Element

from lxml import etree

from translations.exchange.inline import Code, fill
from translations.exchange.jobs import Job, Unit
from translations.exchange.problems import RefusedError
from translations.exchange.sheets import Entry, Sheet
from translations.exchange.xliff import (
    LANG,
    SPACE,
    TOOL,
    Dialect,
    child,
    children,
    identifier_of,
    local,
    pieces_of,
    serialised,
)
from translations.models import State

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
DIALECT = Dialect(
    frozenset({"g"}), frozenset({"x"}), through=frozenset({"mrk"}), starts=frozenset({"bx"}), ends=frozenset({"ex"})
)
TYPES = {"a": "link", "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "br": "lb"}
KEEP = "x-keep-source"
REVIEW = "needs-review-translation"
STATES = {
    State.MACHINE: (REVIEW, "mt-suggestion"),
    State.FUZZY: (REVIEW, "fuzzy-match"),
    State.DRAFT: (REVIEW, ""),
    State.TRANSLATED: ("translated", ""),
    State.REVIEWED: ("signed-off", ""),
    State.KEEP_SOURCE: ("final", KEEP),
}
DONE = {"translated": State.TRANSLATED, "signed-off": State.REVIEWED, "final": State.REVIEWED}


def write(job: Job, *, filled: bool = False) -> bytes:
    """Write a translation as XLIFF 1.2.

    Args:
        job: The translation.
        filled: Whether segments without words get those of the source, without a state, for tools that need a target.

    Returns:
        The bytes of the file.
    """
    root = etree.Element(f"{{{NAMESPACE}}}xliff", nsmap={None: NAMESPACE}, version="1.2")
    source, target = job.languages
    names = {"source-language": source, "target-language": target, "datatype": "html"}
    file = _sub(root, "file", original=job.original, **names)
    header = _sub(file, "header")
    _sub(header, "tool", **{"tool-id": TOOL, "tool-name": TOOL})
    for note in job.notes:
        _sub(header, "note", **{"from": note.about}).text = note.text
    body = _sub(file, "body")
    for unit in job.units:
        _write_unit(body, unit, job.languages, filled)
    return serialised(root)


def write_filled(job: Job) -> bytes:
    """Write a translation as XLIFF 1.2 for tools that need a target, such as OmegaT.

    Args:
        job: The translation.
    """
    return write(job, filled=True)


def _sub(parent, name: str, **attributes):
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", **attributes)


def _write_unit(body, unit: Unit, languages: tuple[str, str], filled: bool) -> None:
    own = {"id": unit.key, "resname": unit.path, "extradata": unit.stamp, SPACE: "preserve"}
    if unit.max_length:
        own |= {"maxwidth": str(unit.max_length), "size-unit": "char"}
    if unit.state == State.REVIEWED:
        own["approved"] = "yes"
    element = _sub(body, "trans-unit", **own)
    fill(_sub(element, "source", **{LANG: languages[0]}), unit.source, _code)
    if unit.target is not None or filled:
        target = _sub(element, "target", **_said_of(unit), **{LANG: languages[1]})
        fill(target, unit.target or unit.source, _code)
    for note in unit.notes:
        _sub(element, "note", **{"from": note.about}).text = note.text


def _said_of(unit: Unit) -> dict[str, str]:
    if unit.target is None:
        return {}
    state, qualifier = STATES[unit.state]
    return {"state": state} | ({"state-qualifier": qualifier} if qualifier else {})


def _code(number: str, code: Code, alone: bool):
    kind = TYPES.get(code.name, f"x-html-{code.name}")
    if alone:
        text = {"equiv-text": "\n" if code.name == "br" else code.void}
        return etree.Element(f"{{{NAMESPACE}}}x", id=number, ctype=kind, **text)
    return etree.Element(f"{{{NAMESPACE}}}g", id=number, ctype=kind)


def read(root: Element, name: str) -> list[Sheet]:
    """Read XLIFF 1.x.

    Args:
        root: The root of the file.
        name: The name of the file.

    Returns:
        One sheet for each <file>.
    """
    return [_sheet(file, name) for file in children(root, "file")]


def _sheet(file: Element, name: str) -> Sheet:
    entries = [_entry(unit) for unit in file.iter() if local(unit) == "trans-unit"]
    identifier = identifier_of(file.get("original", ""))
    return Sheet(name, identifier, file.get("source-language", ""), file.get("target-language", ""), entries)


def _entry(unit: Element) -> Entry:
    key, exported = unit.get("id", ""), unit.get("extradata", "")
    source, target = child(unit, "source"), child(unit, "target")
    try:
        return Entry(
            key,
            None if source is None else pieces_of(source, DIALECT),
            None if target is None else pieces_of(target, DIALECT),
            _state(unit, target),
            exported,
        )
    except RefusedError as error:
        return Entry(key, problem=str(error))


def _state(unit: Element, target: Element | None) -> str:
    if target is None:
        return ""
    state = target.get("state", "")
    if state == "final" and target.get("state-qualifier") == KEEP:
        return State.KEEP_SOURCE
    if state in {"", "translated"} and unit.get("approved") == "yes":
        return State.REVIEWED
    return DONE.get(state, State.FUZZY) if state else ""
