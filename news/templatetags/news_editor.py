"""Words for the editor of a story."""

from django import template

register = template.Library()


@register.filter
def field_lead(finding, page):
    """Return how a finding begins: how much it matters, and what the form calls its field.

    Args:
        finding: a ``news.checks.Finding``.
        page: the story.
    """
    return finding.lead(page)
