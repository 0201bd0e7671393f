"""The app's place in Django."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from common import checks


class CommonConfig(AppConfig):
    """Ground: page base, languages, dates, names, search engine data."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "common"
    verbose_name = _("Common ground")
    checks = checks

    def ready(self):
        """Connect the reactions, which need the models."""
        import_module("common.publishing").listen()
