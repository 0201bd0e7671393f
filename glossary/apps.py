"""The app's place in Django."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GlossaryConfig(AppConfig):
    """Terms with their meaning and use."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "glossary"
    verbose_name = _("Glossary")

    def ready(self):
        """Connect the reactions, which need the models."""
        import_module("glossary.publishing").listen()
