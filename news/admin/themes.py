"""Where editors keep the themes."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from news.models import Theme

__all__ = ["ThemeViewSet"]


class ThemeViewSet(SnippetViewSet):
    """The list and the form of themes."""

    model = Theme
    icon = "tag"
    menu_label = _("Themes")
    menu_name = "themes"
    menu_order = 210
    add_to_admin_menu = True
    list_display = ["title", "slug", "locale"]
    search_fields = ["title", "introduction"]
