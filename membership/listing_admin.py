"""The flat list of members on the editors' side."""

from collections import defaultdict

import django_filters
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Locale

from common.countries import country_choices
from membership.choices import Kind, State
from membership.models import MemberPage
from membership.record import MemberState
from membership.states import state_of

__all__ = ["MemberListing"]

PUBLISHED = [
    ("live", pgettext_lazy("filter of members", "Public")),
    ("draft", pgettext_lazy("filter of members", "Draft")),
    ("changed", pgettext_lazy("filter of members", "With unpublished changes")),
]


class MemberFilters(WagtailFilterSet):
    """What the list can be narrowed to; state is computed from the records."""

    country = django_filters.ChoiceFilter(label=_("Country"), choices=country_choices)
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=Kind.choices)
    state = django_filters.ChoiceFilter(label=_("State"), choices=State.choices, method="of_state")
    published = django_filters.ChoiceFilter(label=_("Publication"), choices=PUBLISHED, method="of_publication")
    language = django_filters.ModelChoiceFilter(
        label=_("Language"), field_name="locale", queryset=lambda _request: Locale.objects.all()
    )

    class Meta:
        """No filter is made by itself."""

        model = MemberPage
        fields = []

    def of_state(self, pages, _name, value):
        """Keep the members that are in a state today.

        Args:
            pages: the list.
            _name: not used.
            value: a State.
        """
        records = defaultdict(list)
        rows = MemberState.objects.order_by().values_list(
            "page_id", "kind", "date", "precision", "sort_order", named=True
        )
        for line in rows:
            records[line.page_id].append(line)
        if value == State.UNCONFIRMED:
            return pages.exclude(pk__in=[pk for pk, lines in records.items() if state_of(lines) != value])
        return pages.filter(pk__in=[pk for pk, lines in records.items() if state_of(lines) == value])

    def of_publication(self, pages, _name, value):
        """Keep public pages, drafts, or public pages that somebody has begun to change.

        Args:
            pages: the list.
            _name: not used.
            value: a key of PUBLISHED.
        """
        if value == "changed":
            return pages.filter(live=True, has_unpublished_changes=True)
        return pages.filter(live=value == "live")


class MemberIndexView(IndexView):
    """The list with the records at hand."""

    def annotate_queryset(self, pages):
        """Bring the records along, for the column of states.

        Args:
            pages: the list.
        """
        return super().annotate_queryset(pages.prefetch_related("states"))


def _state(page):
    return State(state_of(page.states.all())).label


class MemberListing(PageListingViewSet):
    """All cities and regions with country, kind and state; unconfirmed ones are found by the filter of states."""

    model = MemberPage
    icon = "site"
    menu_label = _("Members")
    menu_order = 210
    add_to_admin_menu = True
    index_view_class = MemberIndexView
    filterset_class = MemberFilters
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        Column("country", label=_("Country"), accessor="get_country_display", sort_key="country"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("state", label=_("State"), accessor=_state),
        Column("language", label=_("Language"), accessor="locale"),
        PageStatusColumn("status", label=_("Status"), sort_key="live"),
    ]
