"""The app's place in Django."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    """Pictures and documents with credit and licence."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "library"
    verbose_name = _("Library")

    def ready(self):
        """Listen to publications, and write AVIF quickly."""
        import_module("library.publishing").connect()
        import_module("library.encoding").register()
