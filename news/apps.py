"""The app's place in Django."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """Stories, themes and feeds."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "news"
    verbose_name = _("News")

    def ready(self):
        """Offer the feeds to every page, and react to what is published."""
        import_module("news.site_feeds")
        import_module("news.untranslated")
        import_module("news.publishing").listen()
        import_module("news.cards.publishing").listen()
