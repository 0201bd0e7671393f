"""From the bytes of a file to a table: CSV in whatever a spreadsheet writes, or XLSX."""

import csv
import io
import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from membership.imports.workbook import looks_like_workbook, workbook_rows
from membership.imports.wrong import FileRefusedError

__all__ = ["ENCODINGS", "LARGEST", "MOST_ROWS", "Table", "read_table"]

LARGEST = 10 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 100
ENCODINGS = ("utf-8", "utf-16", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254")
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
SEPARATORS = (",", ";", "\t", "|")
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
# Signs that no name holds: where Windows-1252 shows them within a word, the file was written in another encoding.
STRANGE = re.compile(r"[^\W\d_][¡-¦¨©¬®-¶¸-»¼-¿×÷]|[¡-¦¨©¬®-¶¸-»¼-¿×÷][^\W\d_]|[À-ÿ]{4}")
QUOTED = re.compile(r'"[^"]*"')
# Excel writes and understands a line before the headings that names the separator.
NAMED_SEPARATOR = re.compile(r"\ufeff?sep=([,;\t|])[ ,;]*(?:\r\n|\r|\n)", re.IGNORECASE)

csv.field_size_limit(LARGEST)


@dataclass
class Table:
    """The lines of a file, cut into cells.

    Attributes:
        headers: the names of the columns, as they stand in the first line.
        rows: (number of the line, its cells) of each line that is not empty.
        notes: what is to be said about the file as a whole.
    """

    headers: list[str]
    rows: list[tuple[int, list[str]]]
    notes: list[str] = field(default_factory=list)


def read_table(content: bytes, encoding: str = "") -> Table:
    """Read a file.

    Args:
        content: its bytes.
        encoding: one of `ENCODINGS` where a person said so; empty to find out.

    Returns:
        A Table with at least one row.

    Raises:
        FileRefusedError: with a sentence for the person who brought the file.
    """
    if len(content) > LARGEST:
        raise FileRefusedError(_("The file is larger than %(size)d MB.") % {"size": LARGEST // 1024**2})
    if not content.strip(b" \t\r\n\xef\xbb\xbf\x00"):
        raise FileRefusedError(_("The file is empty."))
    if content.startswith(OLD_EXCEL):
        raise FileRefusedError(_("This is a workbook of an old kind (.xls). Save it as .xlsx or as CSV."))
    notes = []
    if looks_like_workbook(content):
        lines = list(workbook_rows(content, MOST_ROWS + 1))
    else:
        lines = list(_csv_rows(_decoded(content, encoding, notes)))
    return _table(lines, notes)


def _table(lines, notes):
    filled = [(number, cells) for number, cells in lines if any(cell.strip() for cell in cells)]
    if not filled:
        raise FileRefusedError(_("The file is empty."))
    headers = [cell.strip() for cell in filled[0][1]]
    while headers and not headers[-1]:
        headers.pop()
    if len(filled) == 1:
        raise FileRefusedError(_("The file has a line of headings and nothing below it."))
    if len(filled) - 1 > MOST_ROWS:
        raise FileRefusedError(_("The file has more than %(most)d lines. Cut it into several.") % {"most": MOST_ROWS})
    if len(headers) > MOST_COLUMNS:
        raise FileRefusedError(_("The file has more than %(most)d columns.") % {"most": MOST_COLUMNS})
    return Table(headers, filled[1:], notes)


def _decoded(content, encoding, notes):
    mark = next((name for start, name in MARKS.items() if content.startswith(start)), "")
    chosen = mark or encoding or _encoding_of_pairs(content) or "utf-8"
    try:
        return content.decode(chosen)
    except UnicodeDecodeError as error:
        if encoding or mark:
            message = _("The file cannot be read as %(encoding)s (byte %(place)d).")
            raise FileRefusedError(message % {"encoding": chosen, "place": error.start}) from error
    text = content.decode("cp1252", errors="replace")
    if STRANGE.search(text) or "\N{REPLACEMENT CHARACTER}" in text:
        raise FileRefusedError(
            _("The file is not written in UTF-8. Save it as “CSV UTF-8”, or say in which encoding it is.")
        )
    notes.append(_("The file is not written in UTF-8; it was read as Windows-1252. Check the letters with accents."))
    return text


def _encoding_of_pairs(content):
    """Return the encoding of a file without a mark in which every second byte is empty, or ""."""
    start = content[:2000]
    if len(start) > 1 and start[1::2].count(0) > len(start) // 4:
        return "utf-16-le"
    return "utf-16-be" if start[::2].count(0) > len(start) // 4 else ""


def _csv_rows(text):
    named = NAMED_SEPARATOR.match(text)
    text, skipped = text[named.end() if named else 0 :], 1 if named else 0
    stream = io.StringIO(text.replace("\x00", "\N{REPLACEMENT CHARACTER}"), newline="")
    separator = named[1] if named else _separator(text)
    reader = csv.reader(stream, delimiter=separator, strict=True, skipinitialspace=True)
    number = 1 + skipped
    try:
        for cells in reader:
            yield number, cells
            number = reader.line_num + 1 + skipped
    except csv.Error as error:
        message = _("Line %(line)d: the quotation marks around its cells do not match.")
        raise FileRefusedError(message % {"line": number}) from error


def _separator(text):
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = QUOTED.sub("", first)
    return max(SEPARATORS, key=bare.count)
