"""The flat list of people on the editors' side."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from people.models import PersonPage

__all__ = ["PersonListing"]


class PersonListing(PageListingViewSet):
    """All people with their country."""

    model = PersonPage
    icon = "user"
    menu_label = _("People")
    menu_order = 212
    add_to_admin_menu = True
    columns = [
        *PageListingViewSet.columns[:2],
        Column("country", label=_("Country"), accessor="get_country_display", sort_key="country"),
        *PageListingViewSet.columns[2:],
    ]
