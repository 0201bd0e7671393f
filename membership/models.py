"""Cities and regions: the list, a page for each authority, and the dated lines of its record."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from blocks.body import BodyBlock
from common.countries import country_choices
from common.pages import BasePage
from membership import panels, structured
from membership.choices import Event, Kind, Precision, State
from membership.forms import UNCONFIRMED, MemberPageForm
from membership.listing import listing_for
from membership.profile import profile_of
from membership.states import state_of


class MemberIndexPage(BasePage):
    """The list and the map of all members."""

    introduction = models.TextField(
        _("introduction"), max_length=600, blank=True, help_text=_("One to three sentences above the map.")
    )

    content_panels = [*BasePage.content_panels, *panels.INDEX_PANELS]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]
    template = "membership/member_index_page.html"
    subpage_types = ["membership.MemberPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of members")
        verbose_name_plural = _("lists of members")

    def get_context(self, request, *args, **kwargs):
        """Add `listing`: the members that the filters of the address choose, and the map of all."""
        context = super().get_context(request, *args, **kwargs)
        context["listing"] = listing_for(self, request)
        return context

    def structured_data(self, head, request):
        """Return the JSON-LD of the list; `head` knows its address."""
        return structured.index_data(self, head)


class MemberPage(BasePage):
    """One authority: who it is, where it lies, and what is on record about it."""

    local_name = models.CharField(
        _("name in its own language"),
        max_length=160,
        blank=True,
        help_text=_("As the authority writes it, for example Ηράκλειο."),
    )
    local_language = models.CharField(
        _("language of that name"),
        max_length=12,
        blank=True,
        help_text=_("Code of the language, for example el, sr-Cyrl or uk."),
    )
    country = models.CharField(_("country"), max_length=2, choices=country_choices)
    kind = models.CharField(_("kind of authority"), max_length=16, choices=Kind, default=Kind.MUNICIPALITY)
    lat = models.FloatField(
        _("latitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("Degrees north, from -90 to 90, for example 47.2627. Of the seat, for a region."),
    )
    lon = models.FloatField(
        _("longitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("Degrees east, from -180 to 180, for example 11.3945."),
    )
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    population_year = models.PositiveSmallIntegerField(
        _("year of that figure"), null=True, blank=True, validators=[MinValueValidator(1900)]
    )
    website = models.URLField(_("website of the authority"), max_length=300, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    base_form_class = MemberPageForm
    content_panels = [*BasePage.content_panels, *panels.MEMBER_PANELS]
    search_fields = [*BasePage.search_fields, *panels.MEMBER_SEARCH]
    override_translatable_fields = [SynchronizedField(name, overridable=False) for name in panels.SAME_EVERYWHERE]
    template = "membership/member_page.html"
    parent_page_types = ["membership.MemberIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")

    def clean(self):
        """Refuse half a position, a figure without its year, and a local name without its language."""
        super().clean()
        check_member(self)

    def save(self, *args, clean=True, **kwargs):
        """Save, unless the page would be public without a line that confirms the authority."""
        if clean:
            check_public(self)
        return super().save(*args, clean=clean, **kwargs)

    def get_context(self, request, *args, **kwargs):
        """Add `profile`: everything the page shows about the member, in the page's language."""
        context = super().get_context(request, *args, **kwargs)
        context["profile"] = profile_of(self, request)
        return context

    def structured_data(self, head, request):
        """Return the JSON-LD of the authority; `head` knows its address."""
        return structured.member_data(self, head)


class MemberState(TranslatableMixin, Orderable):
    """One dated line of a member's record, with its source."""

    page = ParentalKey(MemberPage, on_delete=models.CASCADE, related_name="states")
    kind = models.CharField(_("what happened"), max_length=16, choices=Event, default=Event.PARTICIPANT)
    date = models.DateField(_("date"), null=True, blank=True, help_text=_("Leave empty when it is not on record."))
    precision = models.CharField(
        _("how exact is the date"),
        max_length=8,
        choices=Precision,
        default=Precision.DAY,
        help_text=_("“Month” shows “April 2013”; choose any day of that month."),
    )
    number = models.PositiveSmallIntegerField(
        _("running number"), null=True, blank=True, help_text=_("Of a participant, where on record: 122 for the 122nd.")
    )
    note = models.TextField(_("note"), max_length=400, blank=True, help_text=_("One or two sentences for readers."))
    source_url = models.URLField(
        _("source"), max_length=500, blank=True, help_text=_("Address of the page that documents it.")
    )

    translatable_fields = [
        TranslatableField("note"),
        *(SynchronizedField(name, overridable=False) for name in ("kind", "date", "precision", "number", "source_url")),
    ]
    panels = panels.STATE_PANELS

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("line of the record")
        verbose_name_plural = _("record")

    def __str__(self):
        return self.get_kind_display()

    def clean(self):
        """Refuse a date that has not come yet, and a withdrawal without one.

        Raises:
            ValidationError: names the field `date`.
        """
        super().clean()
        if self.date and self.date > timezone.localdate():
            raise ValidationError({"date": _("This date lies in the future. A record says what has happened.")})
        if self.kind == Event.WITHDRAWN and not self.date:
            raise ValidationError({"date": _("Give the date on which the authority left the Alliance.")})


def figure_errors(page):
    """Return what is wrong with the population figure of a member, by field name."""
    if page.population and not page.population_year:
        return {"population_year": _("Say which year the population figure is from.")}
    if page.population_year and page.population_year > timezone.localdate().year:
        return {"population_year": _("This year lies in the future.")}
    return {}


def check_member(page):
    """Check what the fields of a member say together.

    Args:
        page: a MemberPage, saved or not.

    Raises:
        ValidationError: names each field that is wrong.
    """
    errors = figure_errors(page)
    if (page.lat is None) != (page.lon is None):
        errors["lon" if page.lon is None else "lat"] = _("Give latitude and longitude together, or leave both empty.")
    if page.local_name and not page.local_language:
        errors["local_language"] = _("Say which language the local name is in, so that it is read out rightly.")
    if errors:
        raise ValidationError(errors)


def check_public(page):
    """Refuse to show readers an authority that nobody has confirmed, whoever publishes it.

    The form says the same before anything is saved; this guards scheduled publishing, imports and translations.

    Args:
        page: a MemberPage with its record.

    Raises:
        ValidationError: when the page is live and its record confirms nothing.
    """
    if page.live and state_of(page.states.all()) == State.UNCONFIRMED:
        raise ValidationError(UNCONFIRMED)
