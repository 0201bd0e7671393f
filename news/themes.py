"""The topics that readers follow."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from common.forms import SnippetForm

__all__ = ["Theme"]


class Theme(index.Indexed, TranslatableMixin, models.Model):
    """A topic that readers follow; one row for each language, joined by ``translation_key``."""

    title = models.CharField(_("title"), max_length=80)
    slug = models.SlugField(
        _("address"), max_length=80, help_text=_("Stands in the address of the theme's list, in this language.")
    )
    introduction = models.TextField(
        _("introduction"),
        max_length=500,
        blank=True,
        help_text=_("One or two sentences above the theme's list of stories."),
    )

    base_form_class = SnippetForm
    panels = [FieldPanel("title"), FieldPanel("slug"), FieldPanel("introduction")]
    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("introduction"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        app_label = "news"
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["title"]
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="news_theme_slug_once_per_language")]

    def __str__(self):
        return self.title

    def clean(self):
        """Refuse an address that another theme of the language has.

        Raises:
            ValidationError: names the field ``slug``.
        """
        super().clean()
        if Theme.objects.filter(locale=self.locale_id, slug=self.slug).exclude(pk=self.pk).exists():
            raise ValidationError(
                {"slug": _("Another theme in this language has this address. Choose a different one.")}
            )
