"""The glossary: one page for all terms, a page for each term, and the forms of a term in other languages."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from common.pages import BasePage
from common.rich_text import SHORT_FEATURES
from glossary import entries, panels, structured

LANGUAGE_CODE = RegexValidator(
    r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$", _("Write the code of the language, for example fr, rom or sr-Cyrl.")
)


class Status(models.TextChoices):
    """Whether a reader from the communities has confirmed an entry."""

    CONFIRMED = "confirmed", pgettext_lazy("status of a term", "Confirmed")
    UNDER_REVIEW = "under_review", pgettext_lazy("status of a term", "Under review")


class Standing(models.TextChoices):
    """How a form stands beside the others of its language."""

    USED = "used", pgettext_lazy("standing of a form", "In use")
    PREFERRED = "preferred", pgettext_lazy("standing of a form", "Preferred")
    DISCOURAGED = "discouraged", pgettext_lazy("standing of a form", "Better avoided")


class GlossaryPage(BasePage):
    """All terms under their letters."""

    introduction = models.TextField(
        _("introduction"), max_length=600, blank=True, help_text=_("One to three sentences above the letters.")
    )

    content_panels = [*BasePage.content_panels, *panels.GLOSSARY_PANELS]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]
    template = "glossary/glossary_page.html"
    subpage_types = ["glossary.TermPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("glossary")
        verbose_name_plural = _("glossaries")

    def get_context(self, request, *args, **kwargs):
        """Add `glossary`: the terms under their letters, in the alphabet of the page's language."""
        context = super().get_context(request, *args, **kwargs)
        context["glossary"] = entries.glossary_of(self)
        return context

    def structured_data(self, head, request):
        """Return the JSON-LD of the set of terms; `head` knows its address."""
        return structured.set_data(self, head)


class TermPage(BasePage):
    """One term: what it means, how to use it with care, and its forms in other languages."""

    definition = models.TextField(
        _("definition"), max_length=600, help_text=_("One neutral sentence that can stand alone.")
    )
    usage_note = RichTextField(
        _("how to use it"),
        features=SHORT_FEATURES,
        blank=True,
        help_text=_("What a writer should know: who uses the word, who rejects it, how it is spelt."),
    )
    where_used = models.CharField(
        _("where it is used"),
        max_length=160,
        blank=True,
        help_text=_("Countries or bodies, for example: Council of Europe."),
    )
    status = models.CharField(_("status"), max_length=16, choices=Status, default=Status.UNDER_REVIEW)
    sources = models.TextField(
        _("sources"), blank=True, help_text=_("One a line: a key of the list of sources, or the title itself.")
    )

    content_panels = [*BasePage.content_panels, *panels.TERM_PANELS]
    search_fields = [*BasePage.search_fields, *panels.TERM_SEARCH]
    override_translatable_fields = [
        SynchronizedField("status", overridable=False),
        SynchronizedField("sources", overridable=False),
    ]
    template = "glossary/term_page.html"
    parent_page_types = ["glossary.GlossaryPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")

    @property
    def under_review(self):
        """Whether the entry still waits for a reader from the communities."""
        return self.status == Status.UNDER_REVIEW

    def get_context(self, request, *args, **kwargs):
        """Add `term`: everything the page shows about the term, in the page's language."""
        context = super().get_context(request, *args, **kwargs)
        context["term"] = entries.term_of(self)
        return context

    def structured_data(self, head, request):
        """Return the JSON-LD of the term; `head` knows its address."""
        return structured.term_data(self, head)


class TermVariant(TranslatableMixin, Orderable):
    """A form of a term in a language, with a note on its use."""

    page = ParentalKey(TermPage, on_delete=models.CASCADE, related_name="variants")
    language = models.CharField(
        _("language"),
        max_length=12,
        validators=[LANGUAGE_CODE],
        help_text=_("Code of the language, for example fr or rom."),
    )
    form = models.CharField(_("form"), max_length=160)
    note = models.CharField(
        _("note"), max_length=200, blank=True, help_text=_("For example: singular, older, own name.")
    )
    standing = models.CharField(_("standing"), max_length=12, choices=Standing, default=Standing.USED)
    status = models.CharField(_("status"), max_length=16, choices=Status, default=Status.CONFIRMED)

    translatable_fields = [
        TranslatableField("note"),
        *(SynchronizedField(name, overridable=False) for name in ("language", "form", "standing", "status")),
    ]
    panels = panels.VARIANT_PANELS

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("form in a language")
        verbose_name_plural = _("forms in other languages")

    def __str__(self):
        return self.form


class RelatedTerm(Orderable):
    """A term to read next; shown in the page's language."""

    page = ParentalKey(TermPage, on_delete=models.CASCADE, related_name="related_terms")
    term = models.ForeignKey(TermPage, verbose_name=_("term"), on_delete=models.CASCADE, related_name="+")

    panels = panels.RELATED_PANELS

    class Meta(Orderable.Meta):
        verbose_name = _("related term")
        verbose_name_plural = _("related terms")

    def __str__(self):
        return self.term.title
