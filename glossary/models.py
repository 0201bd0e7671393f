"""The glossary: one page for all terms, and a page for each term in each language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from common.pages import BasePage
from common.rich_text import FEATURES, SHORT_FEATURES
from glossary import entries, panels, structured, term_shown
from glossary.choices import Group, Status
from glossary.own_fields import PerLanguage, own_fields
from glossary.rows import RelatedTerm, TermVariant

__all__ = ["GlossaryPage", "RelatedTerm", "TermPage", "TermVariant"]


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
        context["glossary"] = entries.glossary_of(self, request.GET)
        return context

    def structured_data(self, head, request):
        """Return the JSON-LD of the set of terms; `head` knows its address."""
        return structured.set_data(self, head)


class TermPage(PerLanguage, BasePage):
    """One term in one language: what it means, how to use it with care, and its forms."""

    grammar = models.CharField(
        _("grammar"), max_length=160, blank=True, help_text=_("For example: plural noun; the adjective is Romani.")
    )
    definition = models.TextField(
        _("definition"), max_length=600, help_text=_("One neutral sentence that can stand alone.")
    )
    text = RichTextField(
        _("more about the term"),
        features=FEATURES,
        blank=True,
        help_text=_("Origin, history, debate: what a reader may want to know."),
    )
    usage_note = RichTextField(
        _("how to use it"),
        features=SHORT_FEATURES,
        blank=True,
        help_text=_("What a writer should know, and why: who uses the word, who rejects it, how it is spelt."),
    )
    where_used = models.CharField(
        _("where it is used"),
        max_length=160,
        blank=True,
        help_text=_("Countries or bodies, for example: Council of Europe."),
    )
    group = models.CharField(_("group"), max_length=16, choices=Group, blank=True)
    interchangeable = models.BooleanField(
        _("interchangeable in search"),
        default=False,
        help_text=_("Who searches for one form finds texts with any other, in all languages."),
    )
    status = models.CharField(_("status"), max_length=16, choices=Status, default=Status.UNDER_REVIEW)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    reviewed_by = models.CharField(
        _("reviewed by"),
        max_length=120,
        blank=True,
        help_text=_("Name and community or office. Readers do not see it."),
    )
    sources = models.TextField(
        _("sources"), blank=True, help_text=_("One a line: a key of the list of sources, or the title itself.")
    )

    content_panels = [*BasePage.content_panels, *panels.TERM_PANELS]
    search_fields = [*BasePage.search_fields, *panels.TERM_SEARCH]
    override_translatable_fields = [
        *(SynchronizedField(name, overridable=False) for name in ("group", "interchangeable", "sources")),
        *own_fields(),
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
        context["term"] = term_shown.term_of(self, preview=getattr(request, "is_preview", False))
        return context

    def structured_data(self, head, request):
        """Return the JSON-LD of the term; `head` knows its address."""
        return structured.term_data(self, head)
