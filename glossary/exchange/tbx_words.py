"""The categories of TBX-Basic that the glossary's words correspond to."""

import re

from glossary.choices import FormKind

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PREFIX = "c-"
TITLE = "title"
INTERCHANGEABLE = "interchangeable"
# What XML cannot say at all.
UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
PAGE_NOTES = ("summary", "grammar", "usage_note", "text", "where_used", "status", "reviewed_on")
ROW_NOTES = ("kind", "page", "variety", "note", "instead", "status")
NAMED = re.compile(rf"({'|'.join(dict.fromkeys((*PAGE_NOTES, *ROW_NOTES)))}): (.*)", re.DOTALL)
ADMITTED = "admittedTerm-admn-sts"
STANDING = {
    FormKind.PREFERRED: "preferredTerm-admn-sts",
    FormKind.FORMER_OFFICIAL: "supersededTerm-admn-sts",
    FormKind.DISCOURAGED: "deprecatedTerm-admn-sts",
    FormKind.OFFENSIVE: "deprecatedTerm-admn-sts",
}
KINDS = {
    "preferredterm": FormKind.PREFERRED,
    "supersededterm": FormKind.FORMER_OFFICIAL,
    "deprecatedterm": FormKind.DISCOURAGED,
    "notrecommended": FormKind.DISCOURAGED,
    "abbreviation": FormKind.ABBREVIATION,
    "acronym": FormKind.ABBREVIATION,
    "variant": FormKind.SPELLING,
}
TYPES = {FormKind.ABBREVIATION: "abbreviation", FormKind.SPELLING: "variant"}
