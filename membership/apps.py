"""The app's place in Django."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MembershipConfig(AppConfig):
    """Cities and regions of the Alliance."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "membership"
    verbose_name = _("Membership")

    def ready(self):
        """Connect the reactions and offer the open data; all of it needs the models."""
        import_module("membership.publishing").listen()
        import_module("membership.cards.publishing").listen()
        import_module("membership.open_data.offered")
