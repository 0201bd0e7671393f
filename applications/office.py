"""What the office keeps beside the applications: letters, templates, views, settings, and logs without contents."""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from applications.choices import Access, FormKind, MailKind, MailState, Purpose
from applications.records import Application

SETTINGS_ROW = 1
LONGEST_PERIOD = 600


class OutgoingMail(models.Model):
    """A letter that has to leave, written together with what it is about."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="mails")
    kind = models.CharField(max_length=16, choices=MailKind)
    recipient = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    state = models.CharField(max_length=16, choices=MailState, default=MailState.WAITING)
    mark = models.UUIDField(default=uuid.uuid4, unique=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    due = models.DateTimeField(default=timezone.now)
    problem = models.CharField(max_length=120, blank=True)
    made = models.DateTimeField(default=timezone.now)
    sent = models.DateTimeField(null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("outgoing letter")
        verbose_name_plural = _("outgoing letters")
        ordering = ["due", "pk"]
        indexes = [models.Index(fields=["state", "due"], name="outgoing_mail_due")]

    def __str__(self):
        return f"{self.kind} {self.pk}"


class ReplyTemplate(models.Model):
    """Words that the team uses again and again, in one language."""

    name = models.CharField(_("name"), max_length=100)
    purpose = models.CharField(_("used to"), max_length=16, choices=Purpose)
    language = models.CharField(_("language"), max_length=12)
    kind = models.CharField(
        _("only for"), max_length=16, choices=FormKind, blank=True, help_text=_("Empty: for every form.")
    )
    text = models.TextField(
        _("text"),
        max_length=5000,
        help_text=_("{reference}, {organisation}, {name} and {link} are replaced by what stands in the application."),
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reply template")
        verbose_name_plural = _("reply templates")
        ordering = ["purpose", "language", "name"]

    def __str__(self):
        return self.name


class SavedView(models.Model):
    """A choice of applications that somebody looks at often."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=500)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name


def days(label, default):
    """Return a field for a number of days or months."""
    limits = [MinValueValidator(1), MaxValueValidator(LONGEST_PERIOD)]
    return models.PositiveSmallIntegerField(label, default=default, validators=limits)


class OfficeSettings(models.Model):
    """How long applications are kept, and who is told of new ones."""

    declined_months = days(_("declined: months after the decision"), 12)
    withdrawn_days = days(_("withdrawn: days after the withdrawal"), 30)
    spam_days = days(_("spam or held back: days after it came"), 7)
    accepted_months = days(_("accepted: months after the membership, or the cooperation, has ended"), 24)
    answered_months = days(_("letters through the contact form: months after the answer"), 12)
    answer_days = days(_("days in which an application should be answered"), 14)
    team = models.TextField(
        _("addresses of the team"),
        blank=True,
        max_length=1000,
        help_text=_("Who is told of a new application, one address a line. Empty: all membership officers. The letter "
                    "holds the reference number and a link, nothing else."),
    )  # fmt: skip

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("settings of the inbox")
        verbose_name_plural = _("settings of the inbox")

    def __str__(self):
        return str(self._meta.verbose_name)

    @classmethod
    def load(cls):
        """Return the settings, those of the beginning where nobody changed them."""
        return cls.objects.filter(pk=SETTINGS_ROW).first() or cls(pk=SETTINGS_ROW)


class AccessEntry(models.Model):
    """Who read, exported or erased what, by reference number only."""

    at = models.DateTimeField(default=timezone.now, db_index=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    action = models.CharField(max_length=16, choices=Access)
    format = models.CharField(max_length=8, blank=True)
    count = models.PositiveIntegerField(default=1)
    references = models.JSONField(default=list)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("entry of the access log")
        verbose_name_plural = _("access log")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.action} {self.count}"


class PurgeRun(models.Model):
    """One night's deletions, as counts only."""

    day = models.DateField(unique=True)
    at = models.DateTimeField(default=timezone.now)
    counts = models.JSONField(default=dict)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-day"]

    def __str__(self):
        return self.day.isoformat()
