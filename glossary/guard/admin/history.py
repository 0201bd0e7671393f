"""How the history of a page names what the guard's users did."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from glossary.guard.admin.allowing import ALLOWED, FORBIDDEN

__all__ = ["name_actions"]


def name_actions(actions):
    """Name the actions; a hook.

    Args:
        actions: Wagtail's list of actions.
    """
    actions.register_action(ALLOWED)(_Allowed)
    actions.register_action(FORBIDDEN)(_Forbidden)


class _Allowed(LogFormatter):
    label = gettext_lazy("Allow a form")

    def format_message(self, log_entry):
        return _("“%(form)s” was allowed on this page. Reason: %(reason)s") % {
            "form": log_entry.data.get("form", ""),
            "reason": log_entry.data.get("reason", ""),
        }


class _Forbidden(LogFormatter):
    label = gettext_lazy("No longer allow a form")

    def format_message(self, log_entry):
        return _("“%(form)s” is no longer allowed on this page.") % {"form": log_entry.data.get("form", "")}
