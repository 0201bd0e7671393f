"""The app's place in Django."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuardConfig(AppConfig):
    """Forms better avoided, found in every text of the site."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "glossary.guard"
    label = "guard"
    verbose_name = _("Terminology guard")

    def ready(self):
        """Hold pages to the gate, and keep the findings in step with what is published."""
        import_module("glossary.guard.gate")
        import_module("glossary.guard.publishing").listen()
