"""The library of quotations: what a person said, kept once and used in many stories."""

from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _
from wagtail.models import RevisionMixin, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from blocks.languages import language_choices
from blocks.quote import MARKS, NOTE
from common.folding import fold, words_of
from people import queries
from people.choices import Precision

__all__ = ["SHARED", "Quotation"]

SHARED = ("text", "language", "person", "date", "precision", "source_url", "listed")
SHOWN = 80
LINE = gettext_noop("%(person)s: “%(text)s”")


class Quotation(index.Indexed, RevisionMixin, TranslatableMixin, models.Model):
    """One quotation; a row for each language, with the same original words and a translation of its own."""

    text = models.TextField(
        _("quotation"),
        max_length=2000,
        help_text=_("Exactly as it was said or published, without quotation marks."),
    )
    language = models.CharField(_("language of the quotation"), max_length=12, choices=language_choices)
    person = models.ForeignKey(
        "people.PersonPage", on_delete=models.PROTECT, related_name="quotations", verbose_name=_("person")
    )
    date = models.DateField(_("date"), null=True, blank=True, help_text=_("The day on which it was said."))
    precision = models.CharField(
        _("how much of the date is known"), max_length=5, choices=Precision, default=Precision.DAY
    )
    source_url = models.URLField(
        _("source"), max_length=500, blank=True, help_text=_("Address of the page that documents it.")
    )
    translation = models.TextField(
        _("translation"),
        max_length=2000,
        blank=True,
        help_text=_("In the language of this record. Leave empty if the quotation is in that language."),
    )
    translation_note = models.CharField(
        _("who translated"),
        max_length=200,
        blank=True,
        help_text=_("One sentence, for example: French text as the old site published it."),
    )
    occasion = models.CharField(_("place or occasion"), max_length=200, blank=True)
    listed = models.BooleanField(
        _("show on the person’s page at once"),
        default=True,
        help_text=_("Otherwise it shows there as soon as a public page quotes it, and not before."),
    )

    translatable_fields = [
        *(TranslatableField(name) for name in ("translation", "translation_note", "occasion")),
        *(SynchronizedField(name, overridable=False) for name in SHARED),
    ]
    search_fields = [
        index.SearchField("text"),
        index.SearchField("translation"),
        index.SearchField("occasion"),
        index.SearchField("folded"),
        index.AutocompleteField("folded"),
        index.FilterField("locale_id"),
        index.FilterField("language"),
        index.FilterField("person_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("quotation")
        verbose_name_plural = _("quotations")
        ordering = ["-date", "-pk"]

    def __str__(self):
        person = self.person.title if self.person_id else ""
        return gettext(LINE) % {"person": person, "text": Truncator(self.text).chars(SHOWN)}

    def save(self, *args, **kwargs):
        """Save; what is not translated yet stands there in its own words, for translators to begin with."""
        own = self.language == self.locale.language_code if self.locale_id else False
        self.translation = self.text if own or not self.translation else self.translation
        self.translation_note = self.translation_note or NOTE
        super().save(*args, **kwargs)

    def folded(self):
        """For the search of the library: speaker, words and occasion without accents."""
        text = f"{self.person.title} {self.text} {self.translation} {self.occasion}"
        return " ".join(fold(word) for word in words_of(text))

    def clean(self):
        """Take away the marks that the design adds by itself."""
        super().clean()
        self.text = self.text.strip(MARKS)
        self.translation = self.translation.strip(MARKS)

    @classmethod
    def fetched_for_streams(cls, keys):
        """Return quotations with all that a stream shows of them, in the reader's language.

        Args:
            keys: primary keys, of rows in any language.

        Returns:
            Primary key to quotation, in two queries.
        """
        return queries.with_readings(keys)
