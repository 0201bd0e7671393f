"""Groups of facts about a member, in the order of the editor’s form; `checks` has their rules."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail_localize.fields import SynchronizedField

from membership import panels

__all__ = ["Armed", "Contacted", "Counted", "Located"]


class Located(models.Model):
    """Where the authority lies."""

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

    class Meta:
        abstract = True


class Counted(models.Model):
    """How many people live there, by whose figure, and of which year."""

    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    population_year = models.PositiveSmallIntegerField(
        _("year of that figure"), null=True, blank=True, validators=[MinValueValidator(1900)]
    )
    population_source = models.URLField(
        _("source of that figure"), max_length=500, blank=True, help_text=_("Address of the page that documents it.")
    )

    class Meta:
        abstract = True


class Armed(models.Model):
    """The coat of arms or mark; its credit and licence stand with the picture in the library."""

    arms = models.ForeignKey(
        "library.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("coat of arms or mark"),
        help_text=_("Its credit, as the library has it, is printed beside it."),
    )
    arms_alt = models.CharField(
        _("text alternative"),
        max_length=250,
        blank=True,
        help_text=_("What it shows, for those who cannot see it. Needed to publish."),
    )

    class Meta:
        abstract = True


class Contacted(models.Model):
    """Whom to write to: an office rather than a person, until the day it ends."""

    contact_office = models.CharField(
        _("office"), max_length=160, blank=True, help_text=_("An office, not a person: “Department of social affairs”.")
    )
    contact_email = models.EmailField(_("e-mail address"), blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    contact_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("After this day readers do not see it any more.")
    )

    override_translatable_fields = [SynchronizedField(name, overridable=False) for name in panels.SAME_EVERYWHERE]

    class Meta:
        abstract = True

    def contact_holds(self):
        """Tell whether readers see the contact today."""
        return not self.contact_until or self.contact_until >= timezone.localdate()
