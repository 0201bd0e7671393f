"""The app's place in Django."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApplicationsConfig(AppConfig):
    """Forms for those who want to join, cooperate, sign or write, and the inbox where they arrive."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "applications"
    verbose_name = _("Applications")

    def ready(self):
        """Give applications rights of their own, and hold forms to their gate; both need the models."""
        import_module("applications.policy").register()
        import_module("applications.gate")
