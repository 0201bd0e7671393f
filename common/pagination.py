"""Long lists in pages."""

from dataclasses import dataclass, field

from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

PER_PAGE = 20


@dataclass(frozen=True)
class Step:
    """One entry of the pagination: a page number, or a gap where numbers are left out."""

    number: int | None
    url: str = ""
    current: bool = False


@dataclass(frozen=True)
class Slice:
    """One page of a list, with all that the pagination shows."""

    items: list
    number: int
    pages: int
    total: int
    previous_url: str = ""
    next_url: str = ""
    steps: list[Step] = field(default_factory=list)

    def __iter__(self):
        """Walk over the items of this page."""
        return iter(self.items)

    def __len__(self):
        """The number of items on this page."""
        return len(self.items)


def page_url(request: HttpRequest, number: int) -> str:
    """The address of one page of the list, keeping the filters.

    Args:
        request: The request for any page of the list.
        number: The page wanted; the first has no `page` in its address.

    Returns:
        A relative address, "?" and the query, or the bare path for an unfiltered first page.
    """
    query = request.GET.copy()
    query.pop("page", None)
    if number > 1:
        query["page"] = str(number)
    return f"?{query.urlencode()}" if query else request.path


def paginate(request: HttpRequest, objects, per_page: int = PER_PAGE) -> Slice:
    """Cut a list or query set to the page that the request asks for.

    Args:
        request: Its `page` parameter counts from 1.
        objects: A list or a query set in a stable order.
        per_page: Items on a page.

    Returns:
        The slice; an empty list gives an empty first page.

    Raises:
        Http404: If there is no such page.
    """
    paginator = Paginator(objects, per_page)
    try:
        page = paginator.page(request.GET.get("page") or 1)
    except (EmptyPage, PageNotAnInteger) as error:
        raise Http404(_("This list has no such page.")) from error
    return _slice(request, paginator, page)


def _slice(request: HttpRequest, paginator: Paginator, page: Page) -> Slice:
    steps = [
        Step(None) if number == paginator.ELLIPSIS else Step(number, page_url(request, number), number == page.number)
        for number in paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]
    return Slice(
        items=list(page.object_list),
        number=page.number,
        pages=paginator.num_pages,
        total=paginator.count,
        previous_url=page_url(request, page.number - 1) if page.has_previous() else "",
        next_url=page_url(request, page.number + 1) if page.has_next() else "",
        steps=steps,
    )
