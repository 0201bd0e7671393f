"""What must be true before readers see a person's portrait."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

__all__ = ["check_portrait", "check_role", "portrait_errors"]

CONSENT = _("Note who agreed that the portrait is shown, when, and to what. Without consent it cannot be published.")
ALTERNATIVE = _("Say what the portrait shows, for those who cannot see it.")


def portrait_errors(values):
    """Return what a portrait still needs, by field name.

    Args:
        values: a mapping with `portrait`, `portrait_consent` and `portrait_alt`.
    """
    if not values.get("portrait"):
        return {}
    needed = {"portrait_consent": CONSENT, "portrait_alt": ALTERNATIVE}
    return {name: message for name, message in needed.items() if not (values.get(name) or "").strip()}


def check_portrait(page):
    """Refuse to show readers a portrait without consent, whoever publishes it.

    The form says the same before anything is saved; this guards scheduled publishing, imports and translations.

    Args:
        page: a PersonPage.

    Raises:
        ValidationError: names the field `portrait_consent`, when the page is live.
    """
    consent = (page.portrait_consent or "").strip()
    if page.live and page.portrait_id and not consent:
        raise ValidationError({"portrait_consent": CONSENT})


def check_role(role):
    """Refuse an office that ends before it begins.

    Args:
        role: a PersonRole.

    Raises:
        ValidationError: names the field `end`.
    """
    if role.start and role.end and role.end < role.start:
        raise ValidationError({"end": _("The last day lies before the first.")})
