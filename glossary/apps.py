"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GlossaryConfig(AppConfig):
    """Terms with their meaning and use."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "glossary"
    verbose_name = _("Glossary")
