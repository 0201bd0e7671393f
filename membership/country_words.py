"""What readers are told about a country above the list of its members."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from common.countries import country_choices
from common.forms import SnippetForm
from membership import panels

__all__ = ["CountryIntroduction"]


class CountryIntroduction(index.Indexed, TranslatableMixin, models.Model):
    """The introduction to the page of a country; one row for each language, joined by `translation_key`."""

    country = models.CharField(_("country"), max_length=2, choices=country_choices)
    introduction = models.TextField(
        _("introduction"), max_length=800, help_text=_("One to four sentences above the figures of the country.")
    )

    translatable_fields = [TranslatableField("introduction"), SynchronizedField("country", overridable=False)]
    base_form_class = SnippetForm
    panels = panels.COUNTRY_PANELS
    search_fields = [
        index.SearchField("introduction"),
        index.AutocompleteField("introduction"),
        index.FilterField("locale_id"),
        index.FilterField("country"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("introduction to a country")
        verbose_name_plural = _("introductions to countries")
        ordering = ["country"]
        constraints = [models.UniqueConstraint(fields=["locale", "country"], name="membership_country_once")]

    def __str__(self):
        return str(self.get_country_display())

    def clean(self):
        """Refuse a second introduction to a country in the same language.

        Raises:
            ValidationError: names the field `country`.
        """
        super().clean()
        same = CountryIntroduction.objects.filter(locale_id=self.locale_id, country=self.country)
        if self.locale_id and same.exclude(pk=self.pk).exists():
            raise ValidationError({"country": _("This language has an introduction to this country already.")})
