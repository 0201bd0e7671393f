"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuardConfig(AppConfig):
    """Forms better avoided, found in every text of the site."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "glossary.guard"
    label = "guard"
    verbose_name = _("Terminology guard")
