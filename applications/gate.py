"""Keeps a form from readers that does not say what their data is for."""

from collections.abc import Iterator

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.models import Page

from applications.models import FormPage
from common.gates import Obstacle, gate

__all__ = ["form_without_notice"]


@gate
def form_without_notice(page: Page) -> Iterator[Obstacle]:
    """Let no form out without its notice about personal data.

    Args:
        page: as it would be published.

    Yields:
        An obstacle where the notice is empty.
    """
    if isinstance(page, FormPage) and not strip_tags(page.notice).strip():
        words = _("Say what the data is for, who reads it and how long it is kept: applicants agree to this text.")
        yield Obstacle("notice", _("notice about personal data"), words)
