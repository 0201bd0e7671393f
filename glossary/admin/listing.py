"""The flat list of terms on the editors' side."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from glossary.models import TermPage


class TermListing(PageListingViewSet):
    """All terms with their status, so that those under review are found."""

    model = TermPage
    icon = "openquote"
    menu_label = _("Terms")
    menu_order = 220
    add_to_admin_menu = True
    columns = [
        *PageListingViewSet.columns[:2],
        Column("proof", label=_("Proof"), accessor="get_status_display", sort_key="status"),
        *PageListingViewSet.columns[2:],
    ]
