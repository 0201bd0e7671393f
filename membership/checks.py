"""What the fields of a member say together, and what readers may never be shown."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from membership.forms import UNCONFIRMED
from membership.states import is_confirmed

__all__ = ["check_member", "check_public"]


def check_member(page):
    """Check what the fields of a member say together.

    Args:
        page: a MemberPage, saved or not.

    Raises:
        ValidationError: names each field that is wrong.
    """
    errors = {**_position(page), **_figure(page), **_words(page)}
    if errors:
        raise ValidationError(errors)


def check_public(page):
    """Refuse to show readers an authority that nobody has confirmed, whoever publishes it.

    The form says the same before anything is saved; this guards scheduled publishing, imports and translations.

    Args:
        page: a MemberPage with its record.

    Raises:
        ValidationError: when the page is live and its record confirms nothing.
    """
    if page.live and not is_confirmed(page.states.all()):
        raise ValidationError(UNCONFIRMED)


def _position(page):
    if (page.lat is None) == (page.lon is None):
        return {}
    empty = "lon" if page.lon is None else "lat"
    return {empty: _("Give latitude and longitude together, or leave both empty.")}


def _figure(page):
    if page.population and not page.population_year:
        return {"population_year": _("Say which year the population figure is from.")}
    if page.population_year and page.population_year > timezone.localdate().year:
        return {"population_year": _("This year lies in the future.")}
    return {}


def _words(page):
    errors = {}
    if page.local_name and not page.local_language:
        errors["local_language"] = _("Say which language the local name is in, so that it is read out rightly.")
    if page.contact_until and not (page.contact_office or page.contact_email or page.contact_phone):
        errors["contact_office"] = _("Name the office, or leave the last day empty.")
    return errors
