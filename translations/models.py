"""What the translators' room remembers: states, history and comments of segments, the memory, briefs and letters."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import String, Translation, TranslationContext

from translations.states import DONE, OPEN, UNSURE, Origin, State

LONGEST_COMMENT = 2000
LONGEST_NOTE = 2000
ORIGIN = 16

__all__ = [
    "DONE",
    "OPEN",
    "UNSURE",
    "Brief",
    "Lag",
    "Letter",
    "LetterChoice",
    "MemoryEntry",
    "MemoryMark",
    "Origin",
    "SegmentComment",
    "SegmentHistory",
    "SegmentState",
    "State",
]


class OfSegment(models.Model):
    """What belongs to one segment of one translation: a string in its context."""

    translation = models.ForeignKey(Translation, models.CASCADE, related_name="+", verbose_name=_("translation"))
    context = models.ForeignKey(TranslationContext, models.CASCADE, related_name="+", verbose_name=_("context"))
    string = models.ForeignKey(String, models.CASCADE, related_name="+", verbose_name=_("string"))

    class Meta:
        abstract = True


class SegmentState(OfSegment):
    """How far a segment is, who made it so, and what its source was before it changed."""

    state = models.CharField(_("state"), max_length=ORIGIN, choices=State, default=State.NEW)
    origin = models.CharField(_("origin"), max_length=ORIGIN, choices=Origin, default=Origin.PERSON)
    previous_source = models.TextField(_("previous source"), blank=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("changed by")
    )
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("reviewed by")
    )

    class Meta:
        verbose_name = _("state of a segment")
        verbose_name_plural = _("states of segments")
        constraints = [
            models.UniqueConstraint(fields=["translation", "context", "string"], name="one_state_of_a_segment")
        ]

    def __str__(self):
        return f"{self.translation_id}/{self.context_id}/{self.string_id}: {self.state}"


class SegmentHistory(OfSegment):
    """What a segment said before, and who wrote it."""

    text = models.TextField(_("text"), blank=True)
    state = models.CharField(_("state"), max_length=ORIGIN, choices=State)
    origin = models.CharField(_("origin"), max_length=ORIGIN, choices=Origin)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("user")
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("history of a segment")
        verbose_name_plural = _("histories of segments")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["translation", "context", "string"], name="history_of_a_segment")]

    def __str__(self):
        return f"{self.translation_id}/{self.context_id}/{self.string_id}: {self.at:%Y-%m-%d %H:%M}"


class SegmentComment(OfSegment):
    """What colleagues say about a segment, and whom they name."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("user")
    )
    text = models.TextField(_("comment"), max_length=LONGEST_COMMENT)
    mentioned = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="+", verbose_name=_("mentioned")
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)
    resolved_at = models.DateTimeField(_("resolved at"), null=True, blank=True)

    class Meta:
        verbose_name = _("comment on a segment")
        verbose_name_plural = _("comments on segments")
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["translation", "context", "string"], name="comments_of_a_segment")]

    def __str__(self):
        return f"{self.translation_id}/{self.context_id}/{self.string_id}: {self.text[:40]}"


class MemoryEntry(models.Model):
    """A sentence and its translation, kept whatever becomes of the page they stood on."""

    source_language = models.CharField(_("source language"), max_length=ORIGIN)
    target_language = models.CharField(_("target language"), max_length=ORIGIN)
    source_hash = models.CharField(_("hash of the source"), max_length=32)
    target_hash = models.CharField(_("hash of the target"), max_length=32)
    source_plain = models.TextField(_("source without tags"))
    source_text = models.TextField(_("source"))
    target_text = models.TextField(_("target"))
    origin = models.CharField(_("origin"), max_length=ORIGIN, choices=Origin, default=Origin.PERSON)
    place = models.CharField(_("where it was used"), max_length=255, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("user")
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    used_at = models.DateTimeField(_("used at"), auto_now=True)

    class Meta:
        verbose_name = _("entry of the memory")
        verbose_name_plural = _("entries of the memory")
        constraints = [
            models.UniqueConstraint(
                fields=["source_language", "target_language", "source_hash", "target_hash"], name="one_entry_of_a_pair"
            )
        ]

    def __str__(self):
        return f"{self.source_language} > {self.target_language}: {self.source_plain[:60]}"


class MemoryMark(models.Model):
    """A mark by which similar sentences find each other: two sentences with one mark in common may be alike."""

    entry = models.ForeignKey(MemoryEntry, models.CASCADE, related_name="marks", verbose_name=_("entry"))
    value = models.BigIntegerField(_("value"))

    class Meta:
        verbose_name = _("mark of the memory")
        verbose_name_plural = _("marks of the memory")
        indexes = [models.Index(fields=["value", "entry"], name="entries_by_mark")]

    def __str__(self):
        return f"{self.value}: {self.entry_id}"


class Brief(models.Model):
    """What was asked for with a translation: by when, of whom, and what to mind."""

    translation = models.OneToOneField(Translation, models.CASCADE, related_name="brief", verbose_name=_("translation"))
    deadline = models.DateField(_("deadline"), null=True, blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="translation_briefs",
        verbose_name=_("assignee"),
    )
    note = models.TextField(_("note"), blank=True, max_length=LONGEST_NOTE)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("requested by")
    )
    requested_at = models.DateTimeField(_("requested at"), auto_now_add=True)
    in_parts = models.BooleanField(
        _("publish title and summary first"),
        default=False,
        help_text=_("Readers see the title and the summary at once, with a notice that the text is still to come."),
    )

    class Meta:
        verbose_name = _("brief of a translation")
        verbose_name_plural = _("briefs of translations")

    def __str__(self):
        return f"{self.translation_id}: {self.deadline or '–'}"


class Lag(models.Model):
    """What readers of a public translation are told: that it is behind its source, or that it is not whole yet."""

    translation = models.OneToOneField(Translation, models.CASCADE, related_name="lag", verbose_name=_("translation"))
    since = models.DateTimeField(_("since"))
    partial = models.BooleanField(_("title and summary only"), default=False)

    class Meta:
        verbose_name = _("lag of a translation")
        verbose_name_plural = _("lags of translations")

    def __str__(self):
        return f"{self.translation_id}: {self.since:%Y-%m-%d}"


class Letter(models.Model):
    """Something a colleague should hear of: written at once, sent when letters leave."""

    class Kind(models.TextChoices):
        """What the letter is about."""

        ASSIGNED = "assigned", _("assigned to you")
        CHANGED = "changed", _("source changed")
        COMMENT = "comment", _("comment")
        OVERDUE = "overdue", _("overdue")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("user"))
    kind = models.CharField(_("kind"), max_length=ORIGIN, choices=Kind)
    translation = models.ForeignKey(Translation, models.CASCADE, related_name="+", verbose_name=_("translation"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)

    class Meta:
        verbose_name = _("letter to a translator")
        verbose_name_plural = _("letters to translators")
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["sent_at", "user"], name="letters_to_send")]

    def __str__(self):
        return f"{self.user_id}: {self.kind} {self.translation_id}"


class LetterChoice(models.Model):
    """How a colleague wants letters: each at once, or all of a day in one."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("user"))
    digest = models.BooleanField(_("one letter a day"), default=False)

    class Meta:
        verbose_name = _("choice of letters")
        verbose_name_plural = _("choices of letters")

    def __str__(self):
        return f"{self.user_id}: {'daily' if self.digest else 'at once'}"
