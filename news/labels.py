"""Words for the kinds of story and for the precision of a date."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

__all__ = ["DatePrecision", "NoteKind", "StoryKind"]


class StoryKind(models.TextChoices):
    """What a story is: readers see and filter by these words."""

    REPORT = "report", pgettext_lazy("kind of story", "Report")
    STATEMENT = "statement", pgettext_lazy("kind of story", "Statement")
    INTERVIEW = "interview", pgettext_lazy("kind of story", "Interview")
    NEW_PARTICIPANT = "new_participant", pgettext_lazy("kind of story", "New participant")
    CALL = "call", pgettext_lazy("kind of story", "Call")
    PRIZE = "prize", pgettext_lazy("kind of story", "Prize")
    ADOPTED_TEXT = "adopted_text", pgettext_lazy("kind of story", "Adopted text")
    REMEMBRANCE_DAY = "remembrance_day", pgettext_lazy("kind of story", "Remembrance day")
    PRESS_RELEASE = "press_release", pgettext_lazy("kind of story", "Press release")


class DatePrecision(models.TextChoices):
    """How much of a story's date is on record."""

    DAY = "day", _("Day, month and year")
    MONTH = "month", _("Month and year")
    YEAR = "year", _("Year only")


class NoteKind(models.TextChoices):
    """What a note on a published story is."""

    UPDATE = "update", pgettext_lazy("kind of note", "Update")
    CORRECTION = "correction", pgettext_lazy("kind of note", "Correction")
