"""How the history of a member names an import."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from membership.imports.writing import ACTION

__all__ = ["name_import"]


def name_import(actions):
    """Name the action; a hook.

    Args:
        actions: Wagtail's list of actions.
    """
    actions.register_action(ACTION)(_Import)


class _Import(LogFormatter):
    label = gettext_lazy("Import of members")

    def format_message(self, log_entry):
        data = log_entry.data
        return _("Import %(number)s: %(name)s") % {"number": data.get("import", ""), "name": data.get("name", "")}
