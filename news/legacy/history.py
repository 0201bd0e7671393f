"""How the history of a story names its import."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

__all__ = ["ACTION", "name_import"]

ACTION = "news.import"


def name_import(actions):
    """Name the action; a hook.

    Args:
        actions: Wagtail's list of actions.
    """
    actions.register_action(ACTION)(_Import)


class _Import(LogFormatter):
    label = gettext_lazy("Import from the former site")

    def format_message(self, log_entry):
        data = log_entry.data
        return _("Imported from the former site: number %(number)s, file %(file)s, line %(line)s") % {
            "number": data.get("legacy_id", ""),
            "file": data.get("file", ""),
            "line": data.get("line", ""),
        }
