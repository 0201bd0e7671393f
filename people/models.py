"""Persons: the list, a page for each, the offices they held and when."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from common.countries import country_choices
from common.pages import BasePage
from common.political_groups import political_group_choices
from library import renditions
from people import panels, profile, structured
from people.checks import check_portrait, check_role
from people.choices import Precision
from people.forms import PersonPageForm
from people.quotations import Quotation

__all__ = ["PersonIndexPage", "PersonPage", "PersonRole", "Quotation"]


class PersonIndexPage(BasePage):
    """All persons under the letters of their names."""

    introduction = models.TextField(
        _("introduction"), max_length=600, blank=True, help_text=_("One to three sentences above the list.")
    )

    content_panels = [*BasePage.content_panels, *panels.INDEX_PANELS]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]
    template = "people/person_index_page.html"
    subpage_types = ["people.PersonPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of people")
        verbose_name_plural = _("lists of people")

    def get_context(self, request, *args, **kwargs):
        """Add `directory`: everyone under their letters, each with the latest office."""
        context = super().get_context(request, *args, **kwargs)
        context["directory"] = profile.directory_of(self)
        return context

    def structured_data(self, head, request):
        """Return the JSON-LD of the list; `head` knows its address."""
        return structured.index_data(self, head)


class PersonPage(BasePage):
    """One person: the offices held, the words that are quoted, the stories."""

    sort_name = models.CharField(
        _("name to sort by"),
        max_length=160,
        blank=True,
        help_text=_("For example: Oppitz-Plörer, Christine. Empty: the last word of the name comes first."),
    )
    country = models.CharField(
        _("country"),
        max_length=2,
        choices=country_choices,
        blank=True,
        help_text=_("Shown where an office has no country of its own."),
    )
    biography = models.TextField(
        _("who this is"), max_length=800, blank=True, help_text=_("Two to four sentences that rest on records.")
    )
    portrait = models.ForeignKey(
        "library.Image", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("portrait")
    )
    portrait_alt = models.CharField(
        _("text alternative"),
        max_length=250,
        blank=True,
        help_text=_("What the portrait shows, for those who cannot see it. Needed to publish."),
    )
    portrait_consent = models.TextField(
        _("consent to the portrait"),
        blank=True,
        help_text=_("Who agreed, when, and to what. Needed to publish. Never shown to readers."),
    )

    content_panels = [*BasePage.content_panels, *panels.PERSON_PANELS]
    search_fields = [*BasePage.search_fields, *panels.PERSON_SEARCH]
    override_translatable_fields = [SynchronizedField(name, overridable=False) for name in panels.SAME_EVERYWHERE]
    base_form_class = PersonPageForm
    og_type = "profile"
    template = "people/person_page.html"
    parent_page_types = ["people.PersonIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def save(self, *args, clean=True, **kwargs):
        """Save, unless the page would show readers a portrait without consent."""
        if clean:
            check_portrait(self)
        return super().save(*args, clean=clean, **kwargs)

    def pictures(self):
        """Return the portrait in the sizes of the page and of shared links."""
        return [(self.portrait, kind) for kind in (renditions.PORTRAIT, renditions.SOCIAL) if self.portrait]

    def get_context(self, request, *args, **kwargs):
        """Add `person`: everything the page shows, in the page's language."""
        context = super().get_context(request, *args, **kwargs)
        context["person"] = request.person = profile.profile_of(self, request, context["pictures"])
        return context

    def structured_data(self, head, request):
        """Return the JSON-LD of the person and the quotations."""
        return structured.person_data(self, head, request)

    def social_image(self, request):
        """Return the portrait that stands beside a shared link, or None."""
        return structured.social_image(self, request)


class PersonRole(TranslatableMixin, Orderable):
    """An office that a person held, as far as its dates are known."""

    page = ParentalKey(PersonPage, on_delete=models.CASCADE, related_name="roles")
    office = models.CharField(_("office"), max_length=200, help_text=_("For example: Mayor of Innsbruck."))
    body = models.CharField(
        _("institution"), max_length=160, blank=True, help_text=_("Where the office does not name it already.")
    )
    country = models.CharField(_("country"), max_length=2, choices=country_choices, blank=True)
    group = models.CharField(
        _("political group in the Congress"), max_length=12, choices=political_group_choices, blank=True
    )
    start = models.DateField(_("from"), null=True, blank=True, help_text=_("Empty: the beginning is not on record."))
    end = models.DateField(_("until"), null=True, blank=True, help_text=_("Empty: still in office, or not on record."))
    precision = models.CharField(_("how exact are the dates"), max_length=5, choices=Precision, default=Precision.DAY)
    attested = models.BooleanField(
        _("only seen on record between these dates"),
        default=False,
        help_text=_("The dates are those of the records, not the first and the last day in office."),
    )

    translatable_fields = [
        TranslatableField("office"),
        TranslatableField("body"),
        *(
            SynchronizedField(name, overridable=False)
            for name in ("country", "group", "start", "end", "precision", "attested")
        ),
    ]
    panels = panels.ROLE_PANELS

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("office")
        verbose_name_plural = _("offices")

    def __str__(self):
        return self.office

    def clean(self):
        """Refuse an office that ends before it begins."""
        super().clean()
        check_role(self)
