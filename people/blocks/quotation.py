"""A quotation that is kept in the library."""

import datetime

from django.apps import apps
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale
from wagtail.snippets.blocks import SnippetChooserBlock
from wagtail_localize.segments import RelatedObjectSegmentValue

from blocks.groups import TEXT
from blocks.preview import PreviewedBlock
from blocks.quote import shown
from people.offices import Known, Office
from people.queries import Reading
from people.shown import quote_of, reading_of

__all__ = ["QuotationBlock"]


def _preview():
    language = get_language() or "en"
    row = apps.get_model("people", "Quotation")(
        text="L’Alliance, une initiative forte qui connaît un succès croissant",
        language="fr",
        translation="The Alliance, a strong initiative which is experiencing a growing success",
        translation_note=gettext("English text as the old site published it."),
        date=datetime.date(2014, 3, 6),
        locale=Locale(language_code=language),
    )
    office = Office(gettext("Senator, Vice-President of the Congress"), country="FR", group="SOC")
    speaker = Known(row.translation_key, "Jean-Claude Frécon", language=language, offices=(office,))
    row.reading = Reading(row, speaker, language)
    return row


class QuotationBlock(PreviewedBlock, SnippetChooserBlock):
    """A quotation chosen from the library, or added to it on the spot."""

    def __init__(self, target_model="people.Quotation", **kwargs):
        super().__init__(target_model, **kwargs)

    class Meta:
        icon = "openquote"
        label = _("Quotation from the library")
        group = TEXT
        description = _("Kept once, shown in many stories, with the office that its speaker held on that day.")
        template = "blocks/quote.html"
        preview_value = staticmethod(_preview)

    def get_context(self, value, parent_context=None):
        """What the template shows: the same as of a quotation that stands in one story only.

        Args:
            value: a Quotation, or None.
            parent_context: the context of the page; `page` has the date of the story.

        Returns:
            The context with `quote`, and `value` as a quote block has it.
        """
        context = super().get_context(value, parent_context)
        context.setdefault("quote_variant", "pull")
        quote = self.quote(value, context.get("page"))
        context["value"] = quote
        context["quote"] = shown(quote, get_language() or "en") if quote else None
        return context

    def render(self, value, context=None):
        """Return the quotation as HTML; nothing where the record is gone.

        Args:
            value: a Quotation, or None.
            context: the context of the page.
        """
        return super().render(value, context) if value is not None and reading_of(value) else ""

    def quote(self, value, page=None):
        """Return the quotation as the values of a quote block.

        Args:
            value: a Quotation, or None.
            page: the page it stands on; its `date` decides on the office where the quotation has no date.

        Returns:
            A dictionary; empty where the record is gone.
        """
        reading = reading_of(value) if value is not None else None
        if reading is None:
            return {}
        return quote_of(reading, getattr(page, "date", None), getattr(page, "date_precision", "day"))

    def get_searchable_content(self, value):
        """Let the story be found by the words of the quotation and the name of its speaker.

        Args:
            value: a Quotation, or None.

        Returns:
            A list of texts.
        """
        quote = self.quote(value)
        return [text for name in ("text", "translation", "speaker") if (text := quote.get(name))]

    def get_translatable_segments(self, value):
        """Translators get no words here: the record is translated once, by itself.

        Args:
            value: a Quotation, or None.

        Returns:
            The relation to the record, so that its translation is asked for together with the page's.
        """
        return [RelatedObjectSegmentValue.from_instance("", value)] if value is not None else []

    def restore_translated_segments(self, value, segments):
        """Keep the record; readers get its row in their language.

        Args:
            value: the Quotation of the source.
            segments: the relation.

        Returns:
            The Quotation.
        """
        return value
