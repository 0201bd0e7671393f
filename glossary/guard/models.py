"""What the guard keeps: findings in what readers see, and forms that somebody allowed on a page, with the reason."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

__all__ = ["AllowedForm", "Quiet", "Severity", "TermFinding"]


class Severity(models.TextChoices):
    """How grave a form is, the gravest first."""

    OFFENSIVE = "offensive", pgettext_lazy("severity of a form", "Offensive")
    DISCOURAGED = "discouraged", pgettext_lazy("severity of a form", "Better avoided")
    OUTDATED = "outdated", pgettext_lazy("severity of a form", "Former official term")
    ADMINISTRATIVE = "administrative", pgettext_lazy("severity of a form", "Administrative term")


class Quiet(models.TextChoices):
    """Why a form may stand where it stands."""

    QUOTATION = "quotation", pgettext_lazy("why a form may stand", "In a quotation")
    LAW = "law", pgettext_lazy("why a form may stand", "In the title of a law or adopted text")
    EXCEPTION = "exception", pgettext_lazy("why a form may stand", "Only named, or means something else here")
    ALLOWED = "allowed", pgettext_lazy("why a form may stand", "Allowed on this page")


class TermFinding(models.Model):
    """A form in a text that readers see; written when that text is published, read by the report."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=40)
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.CASCADE, related_name="term_findings"
    )
    title = models.CharField(_("page or snippet"), max_length=255)
    language = models.CharField(_("language"), max_length=12)
    field = models.CharField(max_length=255)
    label = models.CharField(_("field"), max_length=255)
    words = models.CharField(_("in the text"), max_length=160)
    form = models.CharField(_("form"), max_length=160)
    preferred = models.CharField(_("write instead"), max_length=160, blank=True)
    severity = models.CharField(_("severity"), max_length=16, choices=Severity)
    rank = models.PositiveSmallIntegerField(default=0)
    quiet = models.CharField(_("why it may stand"), max_length=16, choices=Quiet, blank=True)
    excerpt = models.CharField(_("passage"), max_length=255)
    found_at = models.DateTimeField(_("found"), auto_now=True)

    class Meta:
        verbose_name = _("finding of the terminology guard")
        verbose_name_plural = _("findings of the terminology guard")
        indexes = [
            models.Index(fields=["content_type", "object_id"], name="guard_object"),
            models.Index(fields=["quiet", "rank", "language", "id"], name="guard_report"),
        ]

    def __str__(self):
        return f"{self.words} ({self.language})"


class AllowedForm(models.Model):
    """A form that may stand on one page, because somebody said why."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="allowed_forms")
    form = models.CharField(_("form"), max_length=160)
    reason = models.CharField(_("reason"), max_length=300)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("allowed by")
    )
    created_at = models.DateTimeField(_("allowed on"), auto_now_add=True)

    class Meta:
        verbose_name = _("allowed form")
        verbose_name_plural = _("allowed forms")
        constraints = [models.UniqueConstraint(fields=["page", "form"], name="guard_once_a_page")]

    def __str__(self):
        return self.form


class LastCheck(models.Model):
    """The one row that says with which forms everything was last checked, and how far a new round has come."""

    forms = models.CharField(max_length=64, blank=True)
    next_page = models.PositiveBigIntegerField(default=0)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("last check of the whole site")
        verbose_name_plural = _("last check of the whole site")

    def __str__(self):
        return self.forms
