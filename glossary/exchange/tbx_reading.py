"""Reads TBX: files of this site whole, files from elsewhere as far as TBX-Basic goes, in version 2 or 3."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from glossary.choices import FormKind, Group
from glossary.exchange.problems import MAX_SHEETS, UnreadableFile
from glossary.exchange.sheets import NO, YES, Sheet, row_from
from glossary.exchange.tbx_words import INTERCHANGEABLE, KINDS, LANG, NAMED, PAGE_NOTES, PREFIX, TITLE

ROOTS = {"martif", "tbx"}
ENTRIES = {"termEntry", "conceptEntry"}
LANGUAGES = {"langSet", "langSec"}
SPACE = re.compile(r"[ \t\r\n]+")
TERMS = {"tig", "ntig", "termSec"}


@dataclass
class Part:
    """What is said on one level: of the term, of a language, of a form."""

    term: str = ""
    notes: dict[str, str] = field(default_factory=dict)
    types: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    references: list[tuple[str, str]] = field(default_factory=list)


def read(data):
    """Return the terms in a TBX file.

    Args:
        data: the bytes of the file.

    Raises:
        UnreadableFile: if it is not TBX, or made to do harm.
    """
    try:
        return _sheets(iterparse(BytesIO(data), events=("start", "end"), forbid_dtd=False, forbid_entities=True))
    except DefusedXmlException as error:
        raise UnreadableFile("entities") from error
    except ParseError as error:
        line, column = error.position
        raise UnreadableFile("xml", line=line, column=column) from error
    except (ValueError, LookupError) as error:
        raise UnreadableFile("xml", line=1, column=0) from error


def _sheets(events):
    sheets = []
    _event, root = next(events)
    if _tag(root) not in ROOTS:
        raise UnreadableFile("tbx", root=_tag(root)[:40])
    for event, element in events:
        if event == "end" and _tag(element) in ENTRIES:
            sheets += _entry(element, len(sheets))
            element.clear()
        if len(sheets) > MAX_SHEETS:
            raise UnreadableFile("number", number=MAX_SHEETS)
    return sheets


def _tag(element):
    return element.tag.rsplit("}", 1)[-1]


def _entry(entry, number):
    identifier = entry.get("id") or f"{number}"
    own = _part(entry, LANGUAGES)
    shared, pages, forms = _shared(own), {}, defaultdict(list)
    for section in (child for child in entry if _tag(child) in LANGUAGES):
        language = _code(section.get(LANG) or section.get("lang") or "")
        terms = [_part(child, ()) for child in section if _tag(child) in TERMS]
        title = _title(terms)
        if title is not None:
            pages[language] = {**_said(_part(section, TERMS), shared), "title": title.term}
        for term in (term for term in terms if term is not title):
            forms[term.notes.get("page") or language].append(_row(term, language))
    _take_in_strays(forms, pages)
    key = identifier.removeprefix(PREFIX)
    return [Sheet(key, code, texts, forms[code], own.references, identifier) for code, texts in pages.items()]


def _take_in_strays(forms, pages):
    """Put forms whose page is not in the file on the first page that is."""
    home = next(iter(pages), "")
    for language in [code for code in forms if code not in pages]:
        forms[home] += forms.pop(language)


def _code(language):
    """Return a tag as the site writes it: en-GB and en-gb are English here, scripts and regions of others are kept."""
    parts = language.replace("_", "-").split("-")
    script = [part.title() for part in parts[1:] if len(part) == len("Cyrl")]
    return "-".join([parts[0].lower(), *script])


def _part(element, deeper):
    part = Part()
    for leaf in _leaves(element, deeper):
        _take(part, leaf)
    return part


def _leaves(element, deeper):
    for child in element:
        if _tag(child) in deeper:
            continue
        if len(child) and _tag(child) not in {"term", "note", "descrip"}:
            yield from _leaves(child, deeper)
        else:
            yield child


def _take(part, leaf):
    text, tag, kind = "".join(leaf.itertext()), _tag(leaf), leaf.get("type", "")
    named = NAMED.fullmatch(text) if tag == "note" else None
    if tag == "term":
        part.term = SPACE.sub(" ", text).strip(" ")
    elif named:
        part.notes[named[1]] = named[2]
    elif tag == "note":
        part.notes["note"] = " ".join(filter(None, [part.notes.get("note"), text.strip()]))
    elif tag == "ref":
        part.references.append((text.strip() or "related", (leaf.get("target") or "").removeprefix(PREFIX)))
    else:
        part.types[kind].append(text)


def _shared(part):
    subject = next(iter(part.types.get("subjectField", [])), "")
    found = {
        "group": subject if subject in Group.values else "",
        "interchangeable": YES if INTERCHANGEABLE in part.types.get("customerSubset", []) else NO,
        "sources": "\n".join(part.types.get("source", [])),
    }
    definition = next(iter(part.types.get("definition", [])), None)
    return found | ({"definition": definition} if definition else {})


def _said(part, shared):
    """Return the texts of a page. A file of this site says all; what a file from elsewhere does not say is unknown."""
    texts = shared | {name: part.notes.get(name, "") for name in PAGE_NOTES}
    definition = next(iter(part.types.get("definition", [])), None)
    texts |= {"definition": definition} if definition is not None else {}
    return texts if part.notes.get("status") else {name: text for name, text in texts.items() if text not in {"", NO}}


def _title(terms):
    """Return the form that names the page: the one that says so, else the preferred one, else the first."""
    ours = [term for term in terms if term.notes.get("kind") == TITLE]
    if ours or any("page" in term.notes for term in terms):
        return next(iter(ours), None)
    preferred = [term for term in terms if _kind(term) == FormKind.PREFERRED]
    return next(iter([*preferred, *terms]), None)


def _kind(term):
    standing = [value.split("-")[0].lower() for value in term.types.get("administrativeStatus", [])]
    types = [value.lower() for value in term.types.get("termType", [])]
    return next((KINDS[word] for word in [*standing, *types] if word in KINDS), FormKind.SYNONYM)


def _row(term, language):
    texts = {"kind": str(_kind(term)), "where_used": "".join(term.types.get("geographicalUsage", [])[:1])}
    return row_from({**texts, **term.notes, "form": term.term, "language": language})
