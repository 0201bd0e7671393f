"""Keeps pages with offensive forms outside quotations from readers."""

from collections.abc import Iterator

from wagtail.models import Page

from common.gates import Obstacle, gate
from glossary.guard.checking import obstacle_message, offences

__all__ = ["offensive_forms"]


@gate
def offensive_forms(page: Page) -> Iterator[Obstacle]:
    """Let no page out with an offensive form that nobody is quoted with and nobody allowed.

    Args:
        page: as it would be published.

    Yields:
        An obstacle for each place.
    """
    for one in offences(page):
        yield Obstacle(one.text.field, one.text.label, obstacle_message(one.finding), one.text.block)
