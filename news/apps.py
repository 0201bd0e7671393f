"""The app's place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """Stories, themes and feeds."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "news"
    verbose_name = _("News")
