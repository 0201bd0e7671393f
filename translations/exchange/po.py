"""PO files of translations: read with what other tools leave out, written with notes and unclear entries."""

import re
from itertools import groupby

import polib
from django.utils.translation import gettext as _

from translations.exchange.inline import storable
from translations.exchange.jobs import Job, Unit
from translations.exchange.problems import UnreadableFileError
from translations.exchange.sheets import REVIEW, Entry, Sheet, family, stamp
from translations.models import State

IDENTIFIER = "X-WagtailLocalize-TranslationID"
SOURCE_LANGUAGE = "X-Source-Language"
EXPORTED = re.compile(r"^exported: ([0-9a-z]{4,12})$", re.MULTILINE)
CHARSET = re.compile(rb"charset=([A-Za-z0-9_.:-]{1,40})")
ENCODINGS = ("utf-8-sig", "utf-16")
WIDTH = 120
LONGEST_RUN = 2000
MOST_ENTRIES = 20_000


def write(job: Job) -> bytes:
    """Write a translation as a PO file.

    Args:
        job: The translation.

    Returns:
        The bytes of the file, in UTF-8. Its entries hold the segments with their tags.
    """
    po = polib.POFile(wrapwidth=WIDTH)
    po.metadata = {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": job.languages[1].replace("-", "_"),
        SOURCE_LANGUAGE: job.languages[0],
        IDENTIFIER: job.identifier,
    }
    po.header = "\n".join(note.text for note in job.notes)
    po.extend(_entry(unit) for unit in job.units)
    return str(po).encode()


def _entry(unit: Unit) -> polib.POEntry:
    unclear = family(unit.segment.state) == REVIEW
    notes = [note.text for note in unit.notes if note.about != "previous"]
    return polib.POEntry(
        msgctxt=unit.path,
        msgid=unit.source.markup(),
        msgstr=unit.words,
        comment="\n".join([*notes, f"exported: {stamp_of(unit)}"]),
        flags=["fuzzy"] if unclear and unit.words else [],
        previous_msgid=(unit.segment.previous_source or None) if unclear else None,
    )


def stamp_of(unit: Unit) -> str:
    """The stamp of a segment as PO files know it, in which nothing is reviewed."""
    state = State.TRANSLATED if unit.segment.state == State.REVIEWED else unit.segment.state
    return stamp(unit.words, state)


def parse(data: bytes) -> polib.POFile:
    """Read the text of a PO file.

    Args:
        data: The bytes of the file.

    Raises:
        UnreadableFileError: If it is none, or its encoding is not the one it names.
    """
    text = _decoded(data)
    # polib takes a text without line breaks for the name of a file on the server.
    if "msgid" not in text or "\n" not in text:
        raise UnreadableFileError(_("This is not a PO file: it has no entries."))
    if _longest_run(text) > LONGEST_RUN or text.count("\nmsgid ") > MOST_ENTRIES:
        raise UnreadableFileError(_("The file has too many entries, or an entry has too many lines."))
    try:
        return polib.pofile(text)
    except (OSError, ValueError, IndexError) as error:
        lines = str(error).replace("\n", " ")[:200]
        raise UnreadableFileError(_("This PO file has a mistake: %(error)s") % {"error": lines}) from error


def _longest_run(text: str) -> int:
    """The most lines of one kind in a row: a text of very many lines takes polib minutes."""
    lines = (line[:1] for line in text.splitlines())
    return max((sum(1 for _line in run) for kind, run in groupby(lines) if kind in {'"', "#"}), default=0)


def _decoded(data: bytes) -> str:
    """The text, in UTF-8, in UTF-16 with its mark, or in the encoding that the file names."""
    named = CHARSET.search(data[:4000])
    names = [named[1].decode()] if named else []
    encodings = ["utf-16"] if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ["utf-8-sig", *names]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        if isinstance(text, str):
            return storable(text)
    raise UnreadableFileError(_("The encoding of the file cannot be read. Save it as UTF-8."))


def read(data: bytes, name: str) -> list[Sheet]:
    """Read a PO file of a translation.

    Args:
        data: The bytes of the file.
        name: The name of the file.

    Returns:
        One sheet.

    Raises:
        UnreadableFileError: If it cannot be read.
    """
    po = parse(data)
    entries = [_read_entry(entry) for entry in po if not entry.obsolete]
    about = po.metadata
    language = about.get("Language", "").replace("_", "-")
    return [Sheet(name, about.get(IDENTIFIER, ""), about.get(SOURCE_LANGUAGE, ""), language, entries, by_path=True)]


def _read_entry(entry: polib.POEntry) -> Entry:
    found = EXPORTED.search(entry.comment or "")
    if entry.msgid_plural:
        return Entry(entry.msgctxt or "", entry.msgid, problem=_("Texts of pages have no plural forms."))
    return Entry(
        entry.msgctxt or "",
        entry.msgid,
        entry.msgstr or None,
        State.FUZZY if entry.fuzzy else State.TRANSLATED,
        found[1] if found else "",
    )
