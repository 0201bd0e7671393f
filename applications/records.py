"""An application and what belongs to it: documents, messages, notes, history."""

import secrets

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.choices import OPEN, Action, Direction, FormKind, State
from applications.private import private_storage
from common.countries import country_name

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
PREFIX = {FormKind.JOIN: "J", FormKind.COOPERATE: "C", FormKind.DECLARATION: "D", FormKind.CONTACT: "K"}


def new_reference(kind):
    """Return a reference number that cannot be guessed, such as “J-7KQ2-M9XD”.

    Args:
        kind: a FormKind.
    """
    letters = "".join(secrets.choice(ALPHABET) for _place in range(8))
    return f"{PREFIX[kind]}-{letters[:4]}-{letters[4:]}"


class Notice(models.Model):
    """One wording of the notice about personal data, as applicants read it and agreed to it."""

    kind = models.CharField(_("form"), max_length=16, choices=FormKind)
    language = models.CharField(_("language"), max_length=12)
    number = models.PositiveIntegerField(_("version"))
    digest = models.CharField(max_length=16)
    text = models.TextField(_("text"))
    since = models.DateTimeField(_("first used"), default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        constraints = [models.UniqueConstraint(fields=["kind", "language", "digest"], name="one_notice_each")]

    def __str__(self):
        return f"{self.kind}-{self.language}-{self.number}"


class Application(models.Model):
    """What somebody asked for. Its name is its reference number, so that no list or log tells more."""

    reference = models.CharField(_("reference"), max_length=16, unique=True)
    key = models.CharField(max_length=64, unique=True)
    kind = models.CharField(_("form"), max_length=16, choices=FormKind)
    state = models.CharField(_("state"), max_length=16, choices=State, default=State.NEW)
    language = models.CharField(_("language"), max_length=12)
    received = models.DateTimeField(_("received"), default=timezone.now)
    changed = models.DateTimeField(_("changed"), auto_now=True)
    changed_by = models.CharField(max_length=150, blank=True)
    version = models.PositiveIntegerField(default=1)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("assigned to"),
    )
    due = models.DateField(_("due on"), null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    organisation = models.CharField(_("authority or organisation"), max_length=200, blank=True)
    organisation_folded = models.CharField(max_length=200, blank=True, db_index=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    contact_name = models.CharField(_("name"), max_length=200, blank=True)
    contact_email = models.EmailField(_("e-mail address"), blank=True)
    mail_domain = models.CharField(max_length=254, blank=True, db_index=True)
    answers = models.JSONField(default=dict)
    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="+", verbose_name=_("notice"))
    suspicion = models.JSONField(default=list, blank=True)
    address_hash = models.CharField(max_length=64, blank=True, db_index=True)
    member = models.ForeignKey(
        "membership.MemberPage", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    story_key = models.UUIDField(null=True, blank=True)
    person_key = models.UUIDField(null=True, blank=True)
    made_member = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["-received", "-pk"]
        permissions = [("export_application", "Can export applications")]
        indexes = [models.Index(fields=["state", "received"], name="application_state")]

    def __str__(self):
        return self.reference

    def get_absolute_url(self):
        """Return its place in the inbox."""
        return reverse("applications:detail", args=[self.pk])

    @property
    def is_open(self):
        """Tell whether the team still has something to do."""
        return self.state in OPEN

    @property
    def title(self):
        """The name of the authority or organisation, else of the person."""
        return self.organisation or self.contact_name or self.reference

    @property
    def country_label(self):
        """The country's name in the active language."""
        return country_name(self.country) if self.country else ""

    @property
    def waiting_days(self):
        """Days since it was received, while it is open."""
        return (timezone.now() - self.received).days if self.is_open else None

    @property
    def is_late(self):
        """Tell whether its day has passed."""
        return bool(self.is_open and self.due and self.due < timezone.localdate())


class Part(models.Model):
    """What belongs to an application and goes with it."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="%(class)ss")
    at = models.DateTimeField(default=timezone.now)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True
        ordering = ["at", "pk"]


class Message(Part):
    """A question, an answer or a reply, as it was written."""

    direction = models.CharField(max_length=16, choices=Direction)
    text = models.TextField()
    answered = models.BooleanField(default=False)

    def __str__(self):
        return f"{self.direction} {self.pk}"


class Note(Part):
    """An internal note; applicants never see it, but get it when they ask what is kept about them."""

    text = models.TextField()

    def __str__(self):
        return f"note {self.pk}"


class Event(Part):
    """One line of the history."""

    action = models.CharField(max_length=16, choices=Action)
    detail = models.JSONField(default=dict, blank=True)

    def __str__(self):
        return f"{self.action} {self.pk}"


class Attachment(models.Model):
    """A document that an applicant sent; without an application while the form is being filled in."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, null=True, related_name="attachments")
    key = models.CharField(max_length=64, db_index=True)
    field = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    file = models.FileField(storage=private_storage, upload_to="applications/%Y/%m")
    address_hash = models.CharField(max_length=64, blank=True, db_index=True)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("document of an application")
        verbose_name_plural = _("documents of applications")

    def __str__(self):
        return f"{self.field} {self.pk}"
