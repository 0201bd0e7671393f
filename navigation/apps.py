"""The app's place in Django."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NavigationConfig(AppConfig):
    """The frame around every page: menu, contacts, notices."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "navigation"
    verbose_name = _("Navigation")

    def ready(self):
        """Connect what needs the models: the name of the site, and the reactions to saving."""
        import_module("navigation.publishing").connect()
