"""The record of a member: dated lines, each with its source, from which everything else is computed."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from membership import panels
from membership.choices import Event, Precision

__all__ = ["MemberState"]


class MemberState(TranslatableMixin, Orderable):
    """One dated line of a member's record, with its source."""

    page = ParentalKey("membership.MemberPage", on_delete=models.CASCADE, related_name="states")
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
