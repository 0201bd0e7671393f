"""Whether a story may go out, asked where no form is in between."""

from common.gates import refuse
from news.checks import findings

__all__ = ["errors_of", "refuse_unready"]


def errors_of(page):
    """Return what stops a story from being published, as whole sentences that name the field.

    Args:
        page: the version that would be published.
    """
    return [f"{finding.label(page)}: {finding.message}" for finding in findings(page) if finding.is_error]


def refuse_unready(page):
    """Refuse to publish a story in which the checks find errors.

    Args:
        page: the version that would be published.

    Raises:
        PermissionDenied: with the errors.
    """
    errors = errors_of(page)
    if errors:
        refuse(page, " ".join(errors))
