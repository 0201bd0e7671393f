"""Groups of fields of a story, each with the rules that belong to it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.url_routing import RouteResult

from news import withdrawal
from news.embargo import embargo_label, hold_until, latest_embargo, wait_for_embargo
from news.readiness import refuse_unready

__all__ = ["Embargoed", "EventDates", "LeadPicture", "Withdrawable"]


class LeadPicture(models.Model):
    """The picture above a story, with what is said beside it."""

    lead_image = models.ForeignKey(
        "library.Image", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("picture")
    )
    lead_alt = models.CharField(
        _("text alternative"),
        max_length=250,
        blank=True,
        help_text=_("What the picture shows, for those who cannot see it. Needed to publish, unless it is decorative."),
    )
    lead_decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("The picture tells nothing that the text does not tell.")
    )
    lead_caption = models.CharField(_("caption"), max_length=300, blank=True)

    class Meta:
        abstract = True


class EventDates(models.Model):
    """The day or days on which what a story announces takes place."""

    event_start = models.DateField(
        _("event begins"), null=True, blank=True, help_text=_("Puts the story into the calendar.")
    )
    event_end = models.DateField(
        _("event ends"), null=True, blank=True, help_text=_("The last day, if it takes more than one.")
    )

    class Meta:
        abstract = True

    def clean(self):
        """Refuse an end without a beginning or before it.

        Raises:
            ValidationError: names the field.
        """
        super().clean()
        if self.event_end and not self.event_start:
            raise ValidationError({"event_start": _("Give the day on which the event begins.")})
        if self.event_end and self.event_end < self.event_start:
            raise ValidationError({"event_end": _("The event ends before it begins.")})


class Embargoed(models.Model):
    """A time before which nothing of the story is public."""

    embargo_until = models.DateTimeField(
        _("embargo until"),
        null=True,
        blank=True,
        help_text=_("Nothing of the story shows anywhere before this time; publishing waits until then."),
    )

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Keep an embargoed story out of sight, whoever saves it."""
        self.live = self.live and not self.embargoed
        return super().save(*args, **kwargs)

    @property
    def embargoed(self):
        """Tell whether the time has not come yet."""
        return bool(self.embargo_until and self.embargo_until > timezone.now())

    @property
    def embargo_label(self):
        """The words that lists of the editors' side show; empty without an embargo."""
        return embargo_label(self)

    def get_admin_display_title(self):
        """The title in the editors' side, with the embargo and the withdrawal."""
        title = super().get_admin_display_title()
        label = embargo_label(self) or (self.withdrawn_at and not self.live and gettext("withdrawn"))
        return f"{title} [{label}]" if label else title

    def with_content_json(self, content):
        """Return a version of the story; one under embargo goes live when that ends, whatever else was set."""
        version = super().with_content_json(content)
        wait_for_embargo(version)
        return version

    def publish(self, revision, *args, user=None, **kwargs):
        """Publish a version, or have it wait for the end of the embargo.

        Args:
            revision: the version.
            user: who publishes; a person is held to the checks, also where no form is in between.
            args, kwargs: those of Wagtail.

        Raises:
            PermissionDenied: if the checks find errors.
        """
        hold_until(revision, latest_embargo(self, revision))
        if user is not None:
            refuse_unready(revision.as_object())
        return super().publish(revision, *args, user=user, **kwargs)


class Withdrawable(models.Model):
    """A story that was taken back: its address says so, or leads on."""

    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True, editable=False)
    withdrawn_reason = models.TextField(_("reason"), max_length=500, blank=True, editable=False)
    withdrawn_to = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+",
        verbose_name=_("page to read instead"),
    )  # fmt: skip

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Forget the withdrawal of a story that is published again."""
        if self.live:
            self.withdrawn_at, self.withdrawn_reason, self.withdrawn_to = None, "", None
        return super().save(*args, **kwargs)

    def route(self, request, path_components):
        """Let the address of a withdrawn story answer, though it is not public."""
        if self.withdrawn_at and not self.live and not path_components:
            return RouteResult(self, kwargs={"withdrawn": True})
        return super().route(request, path_components)

    def serve(self, request, *args, withdrawn=False, **kwargs):
        """Answer with the story, or with the notice that it was withdrawn."""
        return withdrawal.answer(self, request) if withdrawn else super().serve(request, *args, **kwargs)
