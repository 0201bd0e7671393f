"""The glossary as CSV: a line for each term in each language, and below it a line for each of its forms."""

import csv
import io
import re

from glossary.exchange.problems import UnreadableFile
from glossary.exchange.sheets import FIELDS, ROW_FIELDS, Sheet, row_from

FORM_COLUMNS = {name: f"form_{name}" if name in FIELDS else name for name in ROW_FIELDS}
COLUMNS = ("key", "page_language", *FIELDS, "related", *FORM_COLUMNS.values())
NEEDED = {"key", "page_language"}
# Programs for tables read these as the beginning of a formula.
FORMULA = re.compile(r"'*[=+\-@\t\r]")
QUOTED = re.compile(r"'+[=+\-@\t\r]")
LONGEST_CELL = 200_000


def written(sheets):
    """Return the terms as CSV in UTF-8 with a mark of byte order, which programs for tables need.

    Args:
        sheets: a list of Sheet.
    """
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, restval="")
    table.writeheader()
    for sheet in sheets:
        table.writerows(map(_harmless, _lines(sheet)))
    return out.getvalue().encode("utf-8-sig")


def _lines(sheet):
    place = {"key": sheet.key, "page_language": sheet.language}
    related = "\n".join(f"{relation} {key}" for relation, key in sheet.related or [])
    yield {**place, **sheet.fields, "related": related}
    for row in sheet.rows or []:
        yield {**place, **{column: getattr(row, name) for name, column in FORM_COLUMNS.items()}}


def _harmless(line):
    return {name: f"'{value}" if FORMULA.match(value) else value for name, value in line.items()}


def read(data):
    """Return the terms in a CSV file.

    Args:
        data: the bytes of the file, in UTF-8; with commas, semicolons or tabs.

    Raises:
        UnreadableFile: if it is no such table.
    """
    csv.field_size_limit(LONGEST_CELL)
    text = _decoded(data)
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restval="")
    if not set(table.fieldnames or ()) >= NEEDED:
        raise UnreadableFile("columns", columns=", ".join(COLUMNS))
    sheets = {}
    try:
        for line in table:
            _add(sheets, line, table)
    except csv.Error as error:
        raise UnreadableFile("table", line=table.line_num) from error
    return list(sheets.values())


def _decoded(data):
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile("encoding") from error


def _add(sheets, line, table):
    values = {name: _as_meant(value) for name, value in line.items() if name and isinstance(value, str)}
    place = (values["key"].strip(), values["page_language"].strip())
    if not any(place):
        return
    known = set(table.fieldnames)
    sheet = sheets.setdefault(place, Sheet(*place, place=f"{table.line_num}"))
    form = values.get("form", "").strip()
    if not form:
        sheet.fields = {name: values[name] for name in FIELDS if name in known}
        sheet.related = _related(values["related"]) if "related" in known else None
    if "form" in known:
        sheet.rows = sheet.rows or []
    if form:
        sheet.rows.append(row_from({name: values.get(column, "") for name, column in FORM_COLUMNS.items()}))


def _as_meant(value):
    return value[1:] if QUOTED.match(value) else value


def _related(text):
    pairs = (line.split(None, 1) for line in text.splitlines() if line.strip())
    return [tuple(pair) if len(pair) > 1 else ("related", pair[0]) for pair in pairs]
