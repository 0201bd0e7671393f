"""How the history of a story names what only stories have."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from news.overrides import ACTION

__all__ = ["name_actions"]


def name_actions(actions):
    """Name the actions; a hook.

    Args:
        actions: Wagtail's list of actions.
    """
    actions.register_action("news.withdraw", gettext_lazy("Withdraw"), gettext_lazy("Withdrawn"))
    actions.register_action(ACTION)(_Override)


class _Override(LogFormatter):
    label = gettext_lazy("Publish in spite of warnings")

    def format_message(self, log_entry):
        data = log_entry.data
        return _("Warnings were left: %(warnings)s Reason: %(reason)s") % {
            "warnings": " ".join(data.get("warnings", ())),
            "reason": data.get("reason", ""),
        }
