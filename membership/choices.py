"""The closed lists of a member's record: kinds of authority, kinds of event and of name, precision of a date."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """What sort of authority a member is."""

    CITY = "city", pgettext_lazy("kind of authority", "City")
    TOWN = "town", pgettext_lazy("kind of authority", "Town")
    MUNICIPALITY = "municipality", pgettext_lazy("kind of authority", "Municipality")
    DISTRICT = "district", pgettext_lazy("kind of authority", "District")
    METROPOLIS = "metropolis", pgettext_lazy("kind of authority", "Metropolitan area")
    COUNTY = "county", pgettext_lazy("kind of authority", "County")
    DEPARTMENT = "department", pgettext_lazy("kind of authority", "Department")
    PROVINCE = "province", pgettext_lazy("kind of authority", "Province")
    REGION = "region", pgettext_lazy("kind of authority", "Region")
    ASSOCIATION = "association", pgettext_lazy("kind of authority", "Association of authorities")


class Event(models.TextChoices):
    """What a line of a member's record says."""

    PARTICIPANT = "participant", _("Became a participant")
    SIGNATORY = "signatory", _("Signed the Declaration against anti-Gypsyism")
    PRIZE = "prize", _("Won a prize")
    HOSTED = "hosted", _("Hosted a meeting")
    INTEREST = "interest", _("Showed interest (not shown to readers)")
    APPLIED = "applied", _("Applied (not shown to readers)")
    WITHDRAWN = "withdrawn", _("Left the Alliance")


class Precision(models.TextChoices):
    """How much of a date is on record."""

    DAY = "day", _("Day, month and year")
    MONTH = "month", _("Month and year")
    YEAR = "year", _("Year only")


class State(models.TextChoices):
    """What a member is today, as computed from its record."""

    PARTICIPANT = "participant", pgettext_lazy("state of a member", "Participant")
    SIGNATORY = "signatory", pgettext_lazy("state of a member", "Signatory")
    FORMER = "former", pgettext_lazy("state of a member", "Former member")
    APPLICANT = "applicant", pgettext_lazy("state of a member", "Applicant")
    INTERESTED = "interested", pgettext_lazy("state of a member", "Has shown interest")
    UNCONFIRMED = "unconfirmed", pgettext_lazy("state of a member", "To be confirmed")


class NameUse(models.TextChoices):
    """What sort of name a further name is."""

    OFFICIAL = "official", pgettext_lazy("sort of name", "Official name in full")
    LOCAL = "local", pgettext_lazy("sort of name", "In a further local language or script")
    OTHER = "other", pgettext_lazy("sort of name", "In another language")
    FORMER = "former", pgettext_lazy("sort of name", "Former name")


CONFIRMING = (Event.PARTICIPANT, Event.SIGNATORY, Event.WITHDRAWN)
# Lines that readers do not see: nothing has been decided yet.
SILENT = (Event.INTEREST, Event.APPLIED)
PUBLIC_STATES = (State.PARTICIPANT, State.SIGNATORY)
