"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SeedConfig(AppConfig):
    """Demo content and the factories it is built from."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "seed"
    verbose_name = _("Demo content")
