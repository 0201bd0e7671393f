"""Where the members stand in the tree."""

from django.conf import settings

from membership.models import MemberIndexPage

__all__ = ["source_list"]


def source_list():
    """Return the list of members in the source language, or None before the page tree is planted."""
    found = MemberIndexPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None)
    return found.select_related("locale").order_by("path").first()
