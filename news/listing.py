"""The list of stories as its page shows it."""

from dataclasses import dataclass

from common.pagination import Slice, paginate
from news.filters import Choice, Filters, choices
from news.items import COLUMNS, StoryItem, from_rows, stories_below

__all__ = ["Listing", "listing_for"]


@dataclass(frozen=True)
class Listing:
    """One page of the list, with the filters above it."""

    stories: list[StoryItem]
    slice: Slice
    filters: Filters
    kinds: list[Choice]
    themes: list[Choice]
    years: list[Choice]
    theme: Choice | None

    @property
    def filtered(self):
        """Tell whether the reader narrowed the list."""
        return bool(self.filters)


def listing_for(page, request):
    """Return what the list shows for a request.

    Args:
        page: the list page.
        request: its ``kind``, ``theme``, ``year`` and ``page`` choose the stories.

    Raises:
        Http404: if there is no such page number.
    """
    filters = Filters.read(request.GET)
    every = stories_below(page)
    found = choices(every, filters, page.locale_id)
    shown = paginate(request, filters.apply(every, page.locale_id).values(*COLUMNS))
    theme = next((choice for choice in found["theme"] if choice.selected), None)
    return Listing(from_rows(shown.items), shown, filters, found["kind"], found["theme"], found["year"], theme)
