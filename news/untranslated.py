"""Keeps a translated story from readers while a quotation that it takes from the library has no translation."""

from django.utils.text import Truncator
from django.utils.translation import ngettext
from wagtail_localize.models import Translation

from common.localization import language_name
from news.models import NewsPage
from people.models import Quotation
from translations.gate import obstacle
from translations.segments import open_segments

__all__ = ["untranslated_quotations"]

NAMED, LENGTH = 5, 60


@obstacle
def untranslated_quotations(source, locale):
    """Yield a sentence that names the quotations of a story without words in a language.

    Args:
        source: the page or snippet that is translated.
        locale: the language.
    """
    chosen = [block.value for block in source.body if block.block_type == "quotation"] if _is_story(source) else []
    lacking = [quotation for quotation in chosen if quotation and not _can_be_read(quotation, locale)]
    if lacking:
        yield _sentence(list(dict.fromkeys(lacking)), locale)


def _is_story(source):
    return isinstance(source, NewsPage)


def _can_be_read(quotation, locale):
    if quotation.language == locale.language_code:
        return True
    row = Quotation.objects.filter(translation_key=quotation.translation_key, locale=locale).first()
    if row is None:
        return False
    # A row begins with the words of the source; a translator may also keep them, and says so by handing them in.
    return row.translation not in {"", row.text} or _translated(row, locale)


def _translated(row, locale):
    records = Translation.objects.filter(source__object_id=row.translation_key, target_locale=locale)
    record = records.select_related("source").first()
    return record is not None and not open_segments(record)


def _sentence(quotations, locale):
    quoted = [f"“{Truncator(quotation.text).chars(LENGTH)}”" for quotation in quotations[:NAMED]]
    if len(quotations) > NAMED:
        quoted.append("…")
    return ngettext(
        "%(count)d quotation from the library has no translation into this language (%(language)s): %(quotations)s. "
        "Translate it under “Quotations” first.",
        "%(count)d quotations from the library have no translation into this language (%(language)s): %(quotations)s. "
        "Translate them under “Quotations” first.",
        len(quotations),
    ) % {
        "count": len(quotations),
        "language": language_name(locale.language_code),
        "quotations": ", ".join(quoted),
    }
