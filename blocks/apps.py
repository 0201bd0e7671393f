"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BlocksConfig(AppConfig):
    """The blocks that a body is composed of."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "blocks"
    verbose_name = _("Blocks")
