"""A quotation of the library in the shape in which every quotation is shown."""

from django.utils.translation import get_language, gettext

from blocks.day import DayBlock
from blocks.quote import NOTE
from people.lines import line_of
from people.queries import Reading, with_readings

__all__ = ["quote_of", "reading_of"]


def reading_of(quotation):
    """Return the reading of a quotation, fetched where its stream has not done so.

    Args:
        quotation: a Quotation.
    """
    kept = getattr(quotation, "reading", None)
    if kept is None or kept.language != get_language():
        found = with_readings([quotation.pk]) if quotation.pk else {}
        kept = found[quotation.pk].reading if found else None
    return kept


def quote_of(reading: Reading, date=None, precision="day"):
    """Return a quotation as the values of a quote block.

    Args:
        reading: the words and the speaker, in the reader's language.
        date: the date of the story, for a quotation that has none itself.
        precision: how much of that date is known.

    Returns:
        A dictionary with the names of QuoteBlock's children, and `speaker_url`. Words that nobody has translated into
        the reader's language are left out, but for the quotation itself.
    """
    row = reading.row
    day, exact = (row.date, row.precision) if row.date else (date, precision)
    line = line_of(reading.known, day, reading.language, exact)
    own = row.locale.language_code == reading.language
    return {
        "text": row.text,
        "language": row.language,
        "translation": row.translation if own else "",
        "translation_note": gettext(NOTE) if row.translation_note == NOTE else row.translation_note,
        "speaker": line.name,
        "speaker_url": line.url,
        "role": line.office,
        "country": line.country,
        "group": line.group,
        "occasion": row.occasion if own else "",
        "date": DayBlock().to_python({"date": row.date, "precision": row.precision}),
        "source": row.source_url,
    }
