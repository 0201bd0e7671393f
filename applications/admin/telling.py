"""What an officer is told when something cannot be done; what was typed stays in the form."""

from collections.abc import Callable

from django.contrib import messages
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from applications.accepting import NoPlace
from applications.cleaning import number_of
from applications.work import NotPossible, Outdated

CONFLICT = 409


def told(desk, deed: Callable[[int], object]) -> bool:
    """Do something with an application, and tell what came of it.

    Args:
        desk: has `request`, `application` and `status`, which is set when it was not done.
        deed: gets the version that the officer saw.

    Returns:
        Whether it was done.
    """
    try:
        deed(seen_version(desk.request))
    except Outdated:
        desk.application.refresh_from_db()
        messages.error(desk.request, _outdated(desk.application))
    except NotPossible:
        words = _("Nothing was done: the state “%(state)s” does not allow it.")
        messages.error(desk.request, words % {"state": desk.application.get_state_display()})
    except NoPlace:
        messages.error(desk.request, _("Nothing was done: the site has no list of members yet."))
    else:
        messages.success(desk.request, _("Done."))
        return True
    desk.application.refresh_from_db()
    desk.status = CONFLICT
    return False


def seen_version(request) -> int:
    """Return the version of the application that a form was made from; 0 where it does not say.

    Args:
        request: the request that sends the form.
    """
    return number_of(request.POST.get("version", "")) or 0


def _outdated(application):
    event = application.events.select_related("user").last()
    names = {
        "who": application.changed_by or _("the applicant"),
        "when": date_format(localtime(application.changed), "j M Y, H:i"),
        "what": event.get_action_display() if event else "",
    }
    return (
        _(
            "Nothing was done: %(who)s changed this application on %(when)s (%(what)s). What you typed is still in the "
            "form below. Look at what changed, and do it again if it is still right."
        )
        % names
    )
