"""What a person said, in the language it was said in."""

import datetime

from django.utils.translation import get_language, gettext, gettext_noop
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BlockGroup, CharBlock, ChoiceBlock, StructBlock, TextBlock
from wagtail_localize.segments import StringSegmentValue

from blocks.addresses import host_of, safe_address
from blocks.day import DayBlock
from blocks.folds import Fold
from blocks.groups import TEXT
from blocks.languages import language_choices, language_in
from blocks.preview import PreviewedBlock
from blocks.validation import ClearMessages
from blocks.verbatim import VerbatimCharBlock, VerbatimTextBlock
from common.countries import country_choices, country_name
from common.localization import text_direction
from common.political_groups import political_group, political_group_choices

__all__ = ["MARKS", "NOTE", "QuoteBlock", "initials", "shown"]

MARKS = '“”„‟«»‹›"\u00a0\u202f '
NOTE = gettext_noop("Who translated it is not on record.")
TRANSLATED = ("translation", "translation_note", "role", "occasion")


def _preview():
    return {
        "text": "L’Alliance, une initiative forte qui connaît un succès croissant",
        "language": "fr",
        "translation": "The Alliance, a strong initiative which is experiencing a growing success",
        "translation_note": gettext("English text as the old site published it."),
        "speaker": "Jean-Claude Frécon",
        "role": gettext("Senator, Vice-President of the Congress"),
        "country": "FR",
        "group": "SOC",
        "occasion": "",
        "date": datetime.date(2014, 3, 6),
        "source": "",
    }


class QuoteBlock(ClearMessages, PreviewedBlock, StructBlock):
    """A quotation. The words of the speaker are never translated away: a translation stands beside them."""

    text = VerbatimTextBlock(
        label=_("Quotation"),
        help_text=_("Exactly as it was said or published, without quotation marks."),
    )
    language = ChoiceBlock(choices=language_choices, search_index=False, label=_("Language of the quotation"))
    translation = TextBlock(
        required=False,
        label=_("Translation"),
        help_text=_("In the language of this page. Leave empty if the quotation is in that language."),
    )
    translation_note = CharBlock(
        required=False,
        max_length=200,
        label=_("Who translated"),
        help_text=_("One sentence, for example: French text as the old site published it."),
    )
    speaker = VerbatimCharBlock(max_length=120, label=_("Speaker"))
    role = CharBlock(required=False, max_length=200, label=_("Office held on that day"))
    country = ChoiceBlock(choices=country_choices, required=False, search_index=False, label=_("Country"))
    group = ChoiceBlock(
        choices=political_group_choices,
        required=False,
        search_index=False,
        label=_("Political group in the Congress"),
    )
    occasion = CharBlock(required=False, max_length=200, label=_("Place or occasion"))
    date = DayBlock(required=False, label=_("Date"))
    source = VerbatimCharBlock(
        required=False, max_length=500, label=_("Source"), help_text=_("An address, or where it was printed.")
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        group = TEXT
        description = _("A person’s own words, with who said them, in which office, when, and the source.")
        template = "blocks/quote.html"
        label_format = "{speaker}: {text}"
        form_layout = BlockGroup(
            children=[
                "text",
                "language",
                "speaker",
                "role",
                Fold(
                    "record", _("Country, group, date and source"), ["country", "group", "occasion", "date", "source"]
                ),
                Fold("translated", _("Translation"), ["translation", "translation_note"]),
            ]
        )
        required_messages = {
            "text": _("Write what was said."),
            "language": _("Choose the language the quotation is in."),
            "speaker": _("Write who said it. A quotation without a speaker cannot be published."),
        }
        preview_value = staticmethod(_preview)

    def clean(self, value):
        """Check the quotation, and take away the marks that the design adds by itself.

        Args:
            value: The struct value from the form.

        Returns:
            The cleaned value.

        Raises:
            StructBlockValidationError: if text, language or speaker is missing and the page is to be published.
        """
        cleaned = super().clean(value)
        for name in ("text", "translation"):
            cleaned[name] = (cleaned.get(name) or "").strip(MARKS)
        return cleaned

    def get_translatable_segments(self, value):
        """What translators get: the translation, its note, the office and the occasion.

        A quotation in the page's language has no translation yet; then the quotation itself is the text to translate.

        Args:
            value: The struct value.

        Returns:
            A list of string segments.
        """
        strings = {name: value.get(name) or "" for name in TRANSLATED}
        strings["translation"] = strings["translation"] or value.get("text") or ""
        strings["translation_note"] = strings["translation_note"] or (strings["translation"] and NOTE)
        return [StringSegmentValue(name, string) for name, string in strings.items() if string]

    def restore_translated_segments(self, value, segments):
        """Put the translated strings in their places.

        Args:
            value: The struct value of the source.
            segments: String segments whose path is the name of a child.

        Returns:
            The struct value.
        """
        for segment in segments:
            name, string = segment.unwrap()
            value[name] = string.render_text()
        return value

    def get_context(self, value, parent_context=None):
        """What the template shows.

        Args:
            value: The struct value.
            parent_context: The context of the page; `quote_variant` chooses the size: "pull", "hero" or "".

        Returns:
            The context with `quote`.
        """
        context = super().get_context(value, parent_context)
        context.setdefault("quote_variant", "pull")
        context["quote"] = shown(value, get_language() or "en")
        return context


def shown(value, reader: str) -> dict:
    """What the template adds to the values of a quotation.

    Args:
        value: The struct value, or a dict with the same names; `speaker_url` leads to the speaker's page.
        reader: The language of the reader.

    Returns:
        Names, directions, links and the translation, ready to be shown.
    """
    language = value.get("language") or reader
    group = political_group(value.get("group"))
    source = value.get("source") or ""
    return {
        "language": language,
        "direction": text_direction(language),
        "initials": initials(value.get("speaker") or ""),
        "speaker_url": value.get("speaker_url") or "",
        "country": country_name(value["country"], reader) if value.get("country") else "",
        "group": group and group.abbreviation(reader),
        "group_name": group and group.name,
        "source": source,
        "source_url": safe_address(source),
        "source_host": host_of(source),
        **_translation(value, language, reader),
    }


def _translation(value, language, reader):
    text = value.get("translation") or ""
    if text in ("", value.get("text")) or language == reader:
        return {"translation": ""}
    return {
        "translation": text,
        "reader": reader,
        "reader_direction": text_direction(reader),
        "read_in": gettext("Read in %(language)s") % {"language": language_in(reader, reader)},
        "original_in": gettext("Original in %(language)s.") % {"language": language_in(language, reader)},
        "note": value.get("translation_note") or gettext(NOTE),
    }


def initials(name: str) -> str:
    """Two letters that stand for a person without a portrait.

    Args:
        name: The person's name.

    Returns:
        The first letters of the first and the last word.
    """
    words = [word for word in name.split() if word[0].isalpha()]
    if not words:
        return ""
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()
