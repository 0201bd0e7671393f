"""The list of all checks, and what a check finds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from common.registry import Registry

__all__ = ["Finding", "check", "error", "findings", "warning"]

ERROR, WARNING = "error", "warning"
INLINE = {"story_themes": _("Themes"), "story_members": _("Cities and regions"), "body": _("Story")}


@dataclass(frozen=True)
class Finding:
    """One thing that stands between a story and its readers.

    Attributes:
        level: "error", or "warning" if somebody may publish all the same and says why.
        key: the name of what was found; stays the same when words change.
        field: the field of the form.
        message: a whole sentence.
        block: the place in the stream, where the field is the body.
    """

    level: str
    key: str
    field: str
    message: str
    block: int | None = None

    @property
    def is_error(self):
        """Tell whether nothing but a change of the story helps."""
        return self.level == ERROR

    def label(self, page):
        """Return what the form calls the field.

        Args:
            page: the story.
        """
        if self.field in INLINE:
            return gettext(str(INLINE[self.field]))
        try:
            name = str(page._meta.get_field(self.field).verbose_name)
        except FieldDoesNotExist:
            return self.field
        return name[:1].upper() + name[1:]

    def lead(self, page):
        """Return how the finding begins: how much it matters, and the field.

        Args:
            page: the story.
        """
        return (gettext("Needed, %(field)s:") if self.is_error else gettext("Please look, %(field)s:")) % {
            "field": self.label(page)
        }


# In the order in which they are shown.
_checks = Registry("check")


def check(run: Callable) -> Callable:
    """Add a check; a decorator.

    Args:
        run: takes a story and yields findings.

    Returns:
        The function itself.

    Raises:
        ValueError: if there is a check of this name already.
    """
    return _checks.add(run)


def error(key: str, field: str, message: str, block: int | None = None) -> Finding:
    """Return a finding that cannot be overridden."""
    return Finding(ERROR, key, field, message, block)


def warning(key: str, field: str, message: str, block: int | None = None) -> Finding:
    """Return a finding that can be overridden with a reason."""
    return Finding(WARNING, key, field, message, block)


def findings(page, overridden: Iterable[str] = ()) -> list[Finding]:
    """Return what all checks find in a story, errors first.

    Args:
        page: the story as it would be published, perhaps not saved yet.
        overridden: keys of warnings that somebody gave a reason for.
    """
    found = [finding for run in _checks for finding in run(page)]
    open_ones = [finding for finding in found if finding.is_error or finding.key not in overridden]
    return sorted(open_ones, key=lambda finding: not finding.is_error)
