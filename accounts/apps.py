"""The app's place in Django."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Users, their groups and rights."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "accounts"
    verbose_name = _("Accounts")

    def ready(self):
        """Give translatable snippets rights by language, and write to second readers."""
        import_module("accounts.policies").register_policies()
        import_module("accounts.notices").connect()
