"""The app's place in Django."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationsConfig(AppConfig):
    """Rules and reports around the translation of pages."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "translations"
    verbose_name = _("Translations")

    def ready(self):
        """Register the checks and connect the reactions, which need the models."""
        import_module("translations.checks")
        import_module("translations.publishing").listen()
        import_module("translations.exchange.registration")
