"""All stories in one list, with what an editor looks for: kind, date and state."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.pages import PageListingViewSet

from news.models import NewsPage

__all__ = ["stories"]


class StoryListing(PageListingViewSet):
    """The list of all stories."""

    model = NewsPage
    icon = "doc-full-inverse"
    menu_label = _("Stories")
    menu_order = 205
    add_to_admin_menu = True
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind", width="14%"),
        Column("date", label=_("Date"), accessor="date", sort_key="date", width="12%"),
        Column("embargo", label=_("Embargo"), accessor="embargo_label", width="14%"),
        PageStatusColumn("status", label=_("Status"), sort_key="live", width="12%"),
        DateColumn(
            "latest_revision_created_at", label=_("Updated"), sort_key="latest_revision_created_at", width="12%"
        ),
    ]


stories = StoryListing("stories")
