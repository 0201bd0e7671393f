"""Writes the glossary as TBX-Basic (ISO 30042), in the form that most programs for translators read.

What TBX-Basic has no category for stands in notes that begin with a name and a colon, so that other programs can show
it and this site gets it back whole.
"""

from collections import defaultdict
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from django.utils.translation import gettext as _

from common.addresses import absolute
from glossary.exchange.sheets import YES
from glossary.exchange.tbx_words import (
    ADMITTED,
    INTERCHANGEABLE,
    LANG,
    PAGE_NOTES,
    PREFIX,
    ROW_NOTES,
    STANDING,
    TITLE,
    TYPES,
    UNFIT,
)  # fmt: skip


def written(sheets, language):
    """Return the terms as the bytes of a TBX file.

    Args:
        sheets: a list of Sheet, those of a term beside each other.
        language: the language of the header.
    """
    root = Element("martif", {"type": "TBX-Basic", LANG: language})
    _head(SubElement(root, "martifHeader"))
    body = SubElement(SubElement(root, "text"), "body")
    for key, pages in groupby(sheets, lambda sheet: sheet.key):
        _concept(body, key, list(pages))
    indent(root)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _head(header):
    description = SubElement(header, "fileDesc")
    _leaf(SubElement(description, "titleStmt"), "title", _("Glossary"))
    _leaf(SubElement(description, "sourceDesc"), "p", absolute("/"))
    _leaf(SubElement(header, "encodingDesc"), "p", "TBXBasicXCSV02.xcs", type="XCSURI")


def _leaf(parent, tag, text, **attributes):
    leaf = SubElement(parent, tag, attributes)
    leaf.text = UNFIT.sub("", text)
    return leaf


def _concept(body, key, pages):
    entry = SubElement(body, "termEntry", id=f"{PREFIX}{key}")
    first = pages[0]
    if first.fields.get("group"):
        _leaf(entry, "descrip", first.fields["group"], type="subjectField")
    if first.fields.get("interchangeable") == YES:
        _leaf(entry, "admin", INTERCHANGEABLE, type="customerSubset")
    for source in first.fields.get("sources", "").splitlines():
        _leaf(entry, "admin", source, type="source")
    for relation, other in first.related or []:
        _leaf(entry, "ref", relation, type="crossReference", target=f"{PREFIX}{other}")
    by_language = {page.language: page for page in pages}
    for language, rows in _by_language(pages).items():
        _language(SubElement(entry, "langSet", {LANG: language}), by_language.get(language), rows)


def _by_language(pages):
    """Return {language: pairs of (form, language of its page)}, the languages of pages first."""
    forms = defaultdict(list, {page.language: [] for page in pages})
    for page in pages:
        for row in page.rows or []:
            forms[row.language].append((row, page.language))
    return forms


def _language(section, page, rows):
    if page:
        if page.fields.get("definition"):
            _leaf(SubElement(section, "descripGrp"), "descrip", page.fields["definition"], type="definition")
        for name in PAGE_NOTES:
            if page.fields.get(name):
                _leaf(section, "note", f"{name}: {page.fields[name]}")
        term = SubElement(section, "tig")
        _leaf(term, "term", page.fields["title"])
        _leaf(term, "termNote", STANDING["preferred"], type="administrativeStatus")
        _leaf(term, "note", f"kind: {TITLE}")
    for row, home in rows:
        _form(SubElement(section, "tig"), row, home)


def _form(term, row, home):
    _leaf(term, "term", row.form)
    _leaf(term, "termNote", STANDING.get(row.kind, ADMITTED), type="administrativeStatus")
    if row.kind in TYPES:
        _leaf(term, "termNote", TYPES[row.kind], type="termType")
    if row.where_used:
        _leaf(term, "termNote", row.where_used, type="geographicalUsage")
    given = {name: getattr(row, name, home) for name in ROW_NOTES}
    for name in (name for name in ROW_NOTES if given[name]):
        _leaf(term, "note", f"{name}: {given[name]}")
