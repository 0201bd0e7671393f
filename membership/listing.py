"""The directory of members as the filters of the address choose it."""

import datetime
from dataclasses import dataclass, field

from django.db.models import F
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import override
from wagtail.models import Locale

from common.addresses import path_of
from common.localization import language_of
from common.pagination import Slice, paginate
from common.stamp import kept
from membership.counting import Counts, counts
from membership.filters import SORTS, VIEWS, Filters
from membership.map.pins import Overview, overview
from membership.options import Option, options_for, sort_words, view_words
from membership.queries import COLUMNS, Member, member_of, members, rows_for
from membership.suggesting import suggestions_for
from membership.tallies import tallies

__all__ = ["PER_PAGE", "Listing", "listing_for", "whole_map"]

PER_PAGE = 60
ORDERS = {
    "name": ("by_name", "key"),
    "country": ("by_country", "key"),
    "newest": (F("since").desc(nulls_last=True), "by_name", "key"),
    "size": (F("population").desc(nulls_last=True), "by_name", "key"),
}


@dataclass(frozen=True)
class Listing:
    """What the directory shows."""

    url: str
    filters: Filters
    slice: Slice
    counts: Counts
    options: dict[str, list[Option]]
    views: list[Option]
    sorts: list[Option]
    on: datetime.date
    map: Overview | None = None
    whole: str = ""
    reset: str = ""
    suggestions: list[Member] = field(default_factory=list)

    @property
    def members(self):
        """The members of this page of the list."""
        return self.slice.items

    @property
    def total(self):
        """How many members there are, whatever the filters."""
        return self.counts.places


def listing_for(page, request):
    """Return the directory that an address asks for.

    Args:
        page: the MemberIndexPage.
        request: its filters narrow the list; a value that does not exist is passed over, and said to be none.

    Raises:
        Http404: if the list has no such page.
    """
    language = language_of(page)
    locale = Locale(pk=page.locale_id, language_code=language)
    known = tallies()
    filters = Filters.read(request.GET, known.country, known.theme)
    # The address that search engines keep is that of the whole list.
    request.own_query = "" if filters.narrowed or filters != Filters() else _page_query(request)
    rows = filters.apply(rows_for(locale))
    whole = None if filters.narrowed else counts().places
    found = paginate(request, _Rows(rows.order_by(*ORDERS[filters.sort]), language, whole), PER_PAGE)
    url = path_of(page)
    return Listing(
        url=url,
        filters=filters,
        slice=found,
        counts=counts(),
        options=options_for(filters, known, language),
        views=_views(filters, url),
        sorts=[Option(sort, sort_words(sort), sort == filters.sort) for sort in SORTS],
        on=timezone.localdate(),
        map=_map(filters, rows, locale, url, found),
        whole=_whole(filters, locale, url, found),
        reset=url + Filters(view=filters.view, sort=filters.sort).query(),
        suggestions=[] if found.total else suggestions_for(filters.name, rows_for(locale), language),
    )


def whole_map(locale, url, **looks):
    """Return the map of all members as HTML, without a query or drawing when it is at hand.

    Args:
        locale: the language of the reader.
        url: the address of the directory; empty where there is none, and marks of several places lead nowhere.
        looks: what else its template knows: `large` with tools to move it, `lazy` below the fold.
    """

    def address(window):
        return url + Filters(at=window, view=_view(window)).query()

    def draw():
        drawn = overview(members(locale), address=address if url else None)
        with override(locale.language_code):
            return render_to_string("membership/map.html", {"map": drawn, **looks})

    return SafeString(kept(f"membership.map.{locale.pk}.{url}.{'.'.join(sorted(looks))}", draw))


class _Rows:
    """Rows of the index that are read and dressed page by page."""

    ordered = True

    def __init__(self, rows, language, total=None):
        self.rows, self.language, self.total = rows, language, total

    def count(self):
        """How many there are."""
        return self.rows.order_by().count() if self.total is None else self.total

    def __getitem__(self, part):
        """The members of one page."""
        return [member_of(row, self.language) for row in self.rows.values_list(*COLUMNS, named=True)[part]]


def _views(filters, url):
    return [Option(view, view_words(view), view == filters.view, url + filters.query(view=view)) for view in VIEWS]


def _whole(filters, locale, url, found):
    return whole_map(locale, url, large=True) if _shows_map(filters, found) and not filters.narrowed else ""


def _shows_map(filters, found):
    return filters.view == "map" and found.number == 1 and found.total > 0


def _map(filters, rows, locale, url, found):
    if not filters.narrowed or not _shows_map(filters, found):
        return None
    drawn = rows.order_by("by_name", "key").values_list(*COLUMNS, named=True)
    chosen = [member_of(row, locale.language_code) for row in drawn]
    return overview(chosen, filters.at, lambda window: url + filters.query(at=window, view=_view(window)))


def _view(window):
    """Where places stand in the same spot no map can part them: the table names them."""
    return "map" if window is None or not window.narrowest else "table"


def _page_query(request):
    number = request.GET.get("page", "")
    return f"?page={number}" if number.isdecimal() and number.isascii() and int(number) > 1 else ""
