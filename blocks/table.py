"""A table that can be translated."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail_localize.segments import StringSegmentValue

from blocks.groups import FACTS
from blocks.preview import PreviewedBlock
from blocks.validation import ClearMessages

__all__ = ["CellBlock", "TableBlock"]


def _preview():
    return {
        "caption": gettext("Winners of the sixth Dosta! Prize"),
        "header": [gettext("Municipality"), gettext("Country"), gettext("Year")],
        "rows": [
            ["Şişli", gettext("Türkiye"), "2017"],
            ["Volos", gettext("Greece"), "2017"],
            ["Gliwice", gettext("Poland"), "2017"],
        ],
    }


def _has_words(text) -> bool:
    return any(character.isalpha() for character in str(text or ""))


class CellBlock(PreviewedBlock, CharBlock):
    """A cell. Words are translated; numbers are kept."""

    class Meta:
        icon = "table"
        label = _("Cell")
        group = FACTS
        description = _("One cell of a table.")
        template = "blocks/cell.html"
        preview_value = "2017"

    def get_translatable_segments(self, value):
        """Give translators the words of the cell.

        Args:
            value: The text.

        Returns:
            One string segment, or none if the cell has no words.
        """
        return [StringSegmentValue("", value)] if _has_words(value) else []

    def restore_translated_segments(self, value, segments):
        """Take the translated words.

        Args:
            value: The text of the source.
            segments: At most one segment.

        Returns:
            The text.
        """
        return segments[0].render_text() if segments else value


class TableBlock(ClearMessages, PreviewedBlock, StructBlock):
    """A caption, a header and rows of the same length. The first cell of a row names it."""

    caption = CharBlock(max_length=200, label=_("Caption"))
    header = ListBlock(CellBlock(max_length=80), min_num=1, label=_("Header"))
    rows = ListBlock(ListBlock(CellBlock(required=False, max_length=300)), min_num=1, label=_("Rows"))

    class Meta:
        icon = "table"
        label = _("Table")
        group = FACTS
        description = _("Rows and columns. The first cell of a row names the row.")
        template = "blocks/table.html"
        required_messages = {"caption": _("Say in one line what the table shows.")}
        preview_value = staticmethod(_preview)

    def clean(self, value):
        """Check that each row fits the header.

        Args:
            value: The struct value from the form.

        Returns:
            The cleaned value.

        Raises:
            StructBlockValidationError: names each row that is too short or too long, while publishing.
        """
        cleaned = super().clean(value)
        columns = len(cleaned["header"])
        unfit = {index: _unfit(index, row, columns) for index, row in enumerate(cleaned["rows"]) if len(row) != columns}
        if unfit and not self.is_deferred_validation:
            raise StructBlockValidationError({"rows": ListBlockValidationError(block_errors=unfit)})
        return cleaned

    def get_context(self, value, parent_context=None):
        """Pair each cell with its column.

        Args:
            value: The struct value.
            parent_context: The context of the page.

        Returns:
            The context with `columns` and `lines`.
        """
        context = super().get_context(value, parent_context)
        header, rows = list(value.get("header") or []), [list(row) for row in value.get("rows") or []]
        context["columns"] = [
            {"label": label, "is_number": _is_number_column(rows, index)} for index, label in enumerate(header)
        ]
        context["lines"] = [_line(row, header) for row in rows]
        return context


def _unfit(index, row, columns):
    sentence = _("Row %(row)d has %(cells)d cells, but the header has %(columns)d.")
    said = sentence % {"row": index + 1, "cells": len(row), "columns": columns}
    return ListBlockValidationError(non_block_errors=[ValidationError(said)])


def _line(row, header):
    cells = [
        {"text": text, "label": header[index] if index < len(header) else "", "is_number": _is_number(text)}
        for index, text in enumerate(row)
    ]
    return {"name": cells[0] if cells else None, "cells": cells[1:]}


def _is_number(text) -> bool:
    return any(character.isdigit() for character in str(text or "")) and not _has_words(text)


def _is_number_column(rows, index) -> bool:
    cells = [row[index] for row in rows if index < len(row) and row[index]]
    return index > 0 and bool(cells) and all(_is_number(cell) for cell in cells)
