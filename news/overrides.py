"""Warnings that somebody published against, with the reason, in the history of the story."""

from wagtail.log_actions import log
from wagtail.models import PageLogEntry

__all__ = ["ACTION", "overridden", "record_override"]

ACTION = "news.override"


def overridden(page):
    """Return the keys of the warnings of a story for which somebody gave a reason.

    Args:
        page: the story.
    """
    if not page.pk:
        return set()
    entries = PageLogEntry.objects.filter(page=page.pk, action=ACTION)
    return {key for data in entries.values_list("data", flat=True) for key in data.get("keys", ())}


def record_override(page, user, reason, warnings):
    """Keep in the history why a story goes out in spite of warnings.

    Args:
        page: the story.
        user: who publishes or hands in.
        reason: the words of that person.
        warnings: findings.
    """
    data = {
        "reason": reason,
        "keys": [finding.key for finding in warnings],
        "warnings": [str(finding.message) for finding in warnings],
    }
    log(instance=page, action=ACTION, user=user, data=data)
