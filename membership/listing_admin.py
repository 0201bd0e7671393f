"""The flat list of members on the editors' side."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from membership.models import MemberPage


class MemberListing(PageListingViewSet):
    """All cities and regions with their country and kind; drafts to be confirmed are found by their status."""

    model = MemberPage
    icon = "site"
    menu_label = _("Members")
    menu_order = 210
    add_to_admin_menu = True
    columns = [
        *PageListingViewSet.columns[:2],
        Column("country", label=_("Country"), accessor="get_country_display", sort_key="country"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        *PageListingViewSet.columns[2:],
    ]
