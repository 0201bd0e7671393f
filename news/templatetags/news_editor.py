"""Words for the editor of a story."""

from django import template

register = template.Library()


@register.filter
def field_label(finding, page):
    """Return what the form calls the field in which something was found.

    Args:
        finding: a ``news.checks.Finding``.
        page: the story.
    """
    return finding.label(page)
