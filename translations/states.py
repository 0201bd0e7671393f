"""How far a segment can be, and where its words can come from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """How far one segment is."""

    NEW = "new", _("new")
    MACHINE = "machine", _("machine")
    FUZZY = "fuzzy", _("fuzzy")
    DRAFT = "draft", _("draft")
    TRANSLATED = "translated", _("translated")
    REVIEWED = "reviewed", _("reviewed")
    KEEP_SOURCE = "keep_source", _("as in the source")


DONE = (State.TRANSLATED, State.REVIEWED, State.KEEP_SOURCE)
UNSURE = (State.MACHINE, State.FUZZY)
OPEN = (State.NEW, State.MACHINE, State.FUZZY, State.DRAFT)


class Origin(models.TextChoices):
    """Where the words of a segment came from."""

    PERSON = "person", _("written by a person")
    MEMORY = "memory", _("from the memory")
    ENGINE = "engine", _("from an engine")
    FILE = "file", _("from a file")
    SOURCE = "source", _("kept when the source changed")
    CLASSIC = "classic", _("written in the classic view")
