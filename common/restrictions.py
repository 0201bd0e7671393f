"""Which pages every reader may see."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Subquery
from wagtail.models import Page, PageViewRestriction

from common import stamp


def everyones(pages):
    """Only pages that every reader may see: published, and not restricted by themselves or from above.

    Args:
        pages: A query set of pages.

    Returns:
        The narrowed query set; costs no further query.
    """
    inner = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    # A join would let SQLite begin at the pages and walk all of them, however few restrictions there are.
    at = Subquery(Page.objects.filter(pk=OuterRef("page_id")).order_by().values("path")[:1])
    restricted = PageViewRestriction.objects.alias(inner=inner, at=at).filter(inner__startswith=F("at"))
    return pages.filter(~Exists(restricted), live=True)


def restricted_paths() -> list[tuple[str, str]]:
    """Where in the tree readers are kept out, without a query when it is at hand.

    Returns:
        Pairs of (path of a page with rules of its own, path of a page that follows them): itself, or a copy of it.
    """
    return stamp.kept("common.restricted_paths", _find_restricted_paths)


def _find_restricted_paths() -> list[tuple[str, str]]:
    pages = list(PageViewRestriction.objects.values_list("page_id", "page__path", "page__alias_of"))
    found = {(path, path if alias_of is None else "") for _page, path, alias_of in pages}
    if pages:
        copies = Page.objects.filter(alias_of__in=[page for page, _path, _alias_of in pages]).order_by()
        found.update(("", path) for path in copies.values_list("path", flat=True))
    return sorted(found)


def is_everyones(page: Page) -> bool:
    """Whether every reader may see a page, by the same rule as `everyones`.

    Args:
        page: A page with `live` and `path`.

    Returns:
        True where it is published, and not restricted by itself or from above.
    """
    return page.live and not any(own and page.path.startswith(own) for own, _follows in restricted_paths())
