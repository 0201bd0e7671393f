"""Pages that editors put above the results of certain words, in each language its own."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from search.analyser import phrase_tokens

__all__ = ["Promotion", "asked_lines"]


def asked_lines(text: str) -> list[str]:
    """The words of a promotion, one way to ask a line.

    Args:
        text: As editors typed it.
    """
    return [line for line in (" ".join(raw.split()) for raw in text.splitlines()) if line]


class Promotion(index.Indexed, TranslatableMixin, models.Model):
    """One page on top of the results for some words; a row for each language."""

    queries = models.TextField(
        _("words looked for"),
        max_length=1000,
        help_text=_("One way to ask a line. Capitals, accents and endings do not matter."),
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("page"),
        help_text=_("Readers see it in the language of this record, as soon as it is public there."),
    )
    reason = models.CharField(
        _("sentence for readers"),
        max_length=200,
        blank=True,
        help_text=_("Shown below the title. Empty: the summary of the page."),
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=1, help_text=_("Where several pages are put on top: the lowest number comes first.")
    )

    translatable_fields = [
        TranslatableField("queries"),
        TranslatableField("reason"),
        SynchronizedField("page"),
        SynchronizedField("position", overridable=False),
    ]
    search_fields = [index.SearchField("queries"), index.AutocompleteField("queries"), index.FilterField("locale_id")]

    class Meta(TranslatableMixin.Meta):
        app_label = "search"
        verbose_name = _("promoted result")
        verbose_name_plural = _("promoted results")
        ordering = ["position", "pk"]

    def __str__(self):
        return " · ".join(asked_lines(self.queries))[:120]

    def clean(self):
        """Refuse words in which there is nothing to look for.

        Raises:
            ValidationError: names the field ``queries``.
        """
        super().clean()
        lines = asked_lines(self.queries)
        language = self.locale.language_code if self.locale_id else "en"
        if not lines or any(not phrase_tokens(line, language) for line in lines):
            raise ValidationError({"queries": _("Write at least one word in each line.")})
        self.queries = "\n".join(lines)
