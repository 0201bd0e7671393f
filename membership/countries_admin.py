"""Where officers keep the introductions to countries."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from membership.models import CountryIntroduction

__all__ = ["CountryIntroductionViewSet"]


class CountryIntroductionViewSet(SnippetViewSet):
    """The list and the form of introductions to countries."""

    model = CountryIntroduction
    icon = "globe"
    menu_label = _("Countries")
    menu_name = "countries"
    menu_order = 215
    add_to_admin_menu = True
    list_display = ["__str__", "introduction", "locale"]
    list_filter = ["country"]
    search_fields = ["introduction"]
