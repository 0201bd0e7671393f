"""The words and addresses that the panel in the editor needs."""

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

__all__ = ["panel_words"]


def panel_words() -> dict[str, str]:
    """Return what the panel's script says, in the language of the editors' side, and whom it asks."""
    return {
        "fields": static("guard/fields.js"),
        "check": reverse("guard_check"),
        "allow": reverse("guard_allow", args=(0,)),
        "none": _("No form that the glossary advises against."),
        "some": _("Forms better avoided, outside quotations:"),
        "notes": _("Forms that may stand where they are:"),
        "instead": _("Write “{form}”"),
        "show": _("Show in the text"),
        "moderator": _("It keeps the page from being published. Somebody who publishes may allow it, with a reason."),
        "forbid": _("No longer allow"),
        "unsaved": _("Save the draft first to leave a form on this page."),
        "failed": _("The words could not be checked just now."),
        "refused": _("This could not be saved. Please try again."),
        "gone": _("The passage has changed; please replace it by hand."),
    }
