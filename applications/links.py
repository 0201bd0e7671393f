"""The signed link to the status page of an application."""

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.translation import override

from applications.records import Application

SALT = "applications.status"
DAY = 24 * 3600


def status_path(application: Application) -> str:
    """Return the path of the status page with a fresh signature, in the applicant's language.

    Args:
        application: the application.
    """
    with override(application.language):
        token = signing.dumps(application.reference, salt=SALT)
        return reverse("application_status", args=[token])


def status_url(application: Application) -> str:
    """Return the whole address of the status page.

    Args:
        application: the application.
    """
    return settings.BASE_URL + status_path(application)


def application_of(token: str) -> Application | None:
    """Return the application that a link leads to, or None when it is forged, too old or leads nowhere.

    Args:
        token: the signed part of the address.
    """
    try:
        reference = signing.loads(token, salt=SALT, max_age=settings.STATUS_LINK_DAYS * DAY)
    except signing.BadSignature:
        return None
    return Application.objects.filter(reference=reference).first()
