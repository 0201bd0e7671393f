"""Keeps pages and snippets with offensive forms outside quotations from readers."""

from collections.abc import Iterator

from django.db import models
from wagtail.models import Page

from common.gates import Obstacle, gate
from glossary.guard.checking import obstacle_message, offences

__all__ = ["offensive_forms"]


@gate
def offensive_forms(instance: models.Model) -> Iterator[Obstacle]:
    """Let nothing out with an offensive form that nobody is quoted with and nobody allowed.

    Args:
        instance: a page or snippet as it would be published; only on a page can a form be allowed.

    Yields:
        An obstacle for each place.
    """
    allowable = isinstance(instance, Page)
    for one in offences(instance):
        yield Obstacle(one.text.field, one.text.label, obstacle_message(one.finding, allowable), one.text.block)
