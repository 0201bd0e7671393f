"""The closed lists of a person's record."""

from django.db import models
from django.utils.translation import gettext_lazy as _

__all__ = ["Precision"]


class Precision(models.TextChoices):
    """How much of a date is on record."""

    DAY = "day", _("Day, month and year")
    MONTH = "month", _("Month and year")
    YEAR = "year", _("Year only")
