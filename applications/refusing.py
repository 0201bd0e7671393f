"""What is refused before anything in it is looked at: too large, sent from another site, or not to be read."""

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext as _

from applications import limits, sealing

UNREADABLE = (BadRequest, SuspiciousOperation, MultiPartParserError, UnreadablePostError, LookupError, ValueError)


def refusal(request: HttpRequest) -> tuple[int, str] | None:
    """Return the status and the words with which a request is refused, or None.

    Args:
        request: a request that sends something.
    """
    if limits.is_too_large(request):
        return 413, _("What you sent is too large. A document may have 5 MB.")
    if sealing.comes_from_elsewhere(request):
        return 403, _("This form was sent from another site. Fill it in on this page.")
    try:
        request.POST.get("state")
    except UNREADABLE:
        return 400, _("This form could not be read. Fill it in again; documents may have 5 MB.")
    except OSError:
        return 503, _("We could not keep your document just now. Please try again in a minute.")
    return None
