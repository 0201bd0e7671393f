"""Users, and the reading by a second person before anything goes live."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task

from accounts.second_reader import SecondReading


def no_languages():
    """Give the empty list of languages a new user starts with.

    Returns:
        list, empty.
    """
    return []


class User(AbstractUser):
    """Someone who works on the site, and the languages they work in."""

    languages = models.JSONField(
        _("languages"),
        default=no_languages,
        blank=True,
        help_text=_("Codes of the languages this person works in, such as fr. Rights come from groups, not from here."),
    )

    class Meta(AbstractUser.Meta):
        verbose_name = _("user")
        verbose_name_plural = _("users")

    @property
    def label(self):
        """Name the person as colleagues know them.

        Returns:
            str, the full name, else the user name.
        """
        return self.get_full_name() or self.get_username()

    def clean(self):
        """Refuse languages that the site does not know.

        Raises:
            ValidationError: naming the codes that are not configured.
        """
        super().clean()
        known = dict(settings.LANGUAGES)
        unknown = [str(code) for code in self.languages or [] if code not in known]
        if unknown:
            message = gettext("These are not languages of this site: %(codes)s.") % {"codes": ", ".join(unknown)}
            raise ValidationError({"languages": message})


class SecondReaderTask(SecondReading, Task):
    """A step of a workflow: someone who may publish the page, and did not write it, approves it."""

    class Meta:
        verbose_name = _("second reader")
        verbose_name_plural = _("second readers")
