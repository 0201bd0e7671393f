"""Tables for spreadsheets: what people typed never becomes a formula there."""

import csv
import io
import re
from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

__all__ = ["CSV", "XLSX", "csv_file", "safe", "workbook"]

CSV, XLSX = "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# With the mark, Excel and LibreOffice read UTF-8; without it Excel takes the letters for those of its own country.
MARK = "\ufeff"
FORMULA = re.compile(r"[\s'\"\u200b-\u200f\ufeff]*[=+\-@\t\r|%＝＋－＠]")
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def safe(value: object) -> object:
    """A value as it may stand in a cell.

    Args:
        value: Numbers and None stay as they are.

    Returns:
        A text that would begin a formula gets an apostrophe before it, which spreadsheets take for “this is text”.
    """
    if value is None or isinstance(value, int | float):
        return value
    text = str(value)
    return f"'{text}" if FORMULA.match(text) else text


def csv_file(header: Iterable[str], rows: Iterable[Iterable]) -> bytes:
    """A CSV file by RFC 4180, in UTF-8 with its mark.

    Args:
        header: Names of the columns.
        rows: Values of the lines.

    Returns:
        The bytes of the file.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([safe(value) for value in row] for row in rows)
    return (MARK + stream.getvalue()).encode("utf-8", "replace")


def workbook(title: str, header: Iterable[str], rows: Iterable[Iterable]) -> bytes:
    """An XLSX workbook of one sheet; every text in it is marked as text.

    Args:
        title: Name of the sheet.
        header: Names of the columns.
        rows: Values of the lines.

    Returns:
        The bytes of the file.
    """
    book, stream = Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31])
    sheet.freeze_panes = "A2"
    for row in (header, *rows):
        sheet.append([_cell(sheet, value) for value in row])
    book.save(stream)
    return stream.getvalue()


def _cell(sheet, value):
    if value is None or isinstance(value, int | float):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, NOT_IN_XML.sub("", str(safe(value)))[:32_767])
    cell.data_type = "s"
    return cell
