"""Reads the first sheet of an XLSX workbook, and no more of it than a list of authorities needs."""

import datetime
import io
import zipfile
import zlib
from xml.etree.ElementTree import ParseError

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from membership.imports.wrong import FileRefusedError

__all__ = ["looks_like_workbook", "workbook_rows"]

ZIP = b"PK\x03\x04"
# A workbook unpacks to XML: these bounds keep a small file from filling the memory.
LARGEST_UNPACKED, MOST_PARTS, MOST_CELLS = 80 * 1024 * 1024, 2000, 100
UNREADABLE = (
    zipfile.BadZipFile, zlib.error, ParseError, InvalidFileException, LookupError, ValueError, TypeError,
    AttributeError, EOFError, OSError, NotImplementedError,
)  # fmt: skip


def looks_like_workbook(content):
    """Tell whether a file is packed as workbooks are.

    Args:
        content: the bytes of the file.
    """
    return content.startswith(ZIP)


def workbook_rows(content, most):
    """Yield (number of the line, cells as text) of the first sheet.

    Args:
        content: the bytes of the file.
        most: how many lines are read at most.

    Raises:
        FileRefusedError: if it is no workbook that can be read.
    """
    try:
        _check_size(content)
        sheet = load_workbook(io.BytesIO(content), read_only=True, data_only=True).worksheets[0]
        rows = list(sheet.iter_rows(max_row=most + 1, max_col=MOST_CELLS + 1, values_only=True))
    except UNREADABLE as error:
        raise FileRefusedError(_("The file looks like a workbook but cannot be read as one.")) from error
    for number, cells in enumerate(rows, start=1):
        yield number, [_text(cell) for cell in cells]


def _check_size(content):
    parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise FileRefusedError(_("The workbook unpacks to more than a list of authorities can be."))


def _text(cell):
    if cell is None:
        return ""
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
