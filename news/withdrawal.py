"""Taking a story back: out of everything at once, with a notice at its address or a way on."""

from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from common.addresses import path_of
from common.localization import everyones
from common.seo import PRIVATE, Place

__all__ = ["answer", "withdraw"]

GONE = 410


def withdraw(page, user, reason="", instead=None):
    """Take a story back: it is unpublished, and its address says that it was withdrawn.

    Args:
        page: the story, as it stands in the tree.
        user: who does it.
        reason: one or two sentences for readers.
        instead: a page to which the address leads from now on.
    """
    page.withdrawn_at, page.withdrawn_reason, page.withdrawn_to = timezone.now(), reason, instead
    if page.live:
        page.unpublish(user=user, log_action="news.withdraw")
    else:
        page.save(clean=False)
    page.revisions.update(approved_go_live_at=None)


def answer(page, request):
    """Answer at the address of a withdrawn story.

    Args:
        page: the story.
        request: a reader's request.

    Returns:
        A redirect to the page to read instead if readers may see that, else the notice with status 410.
    """
    instead = everyones(Page.objects.filter(pk=page.withdrawn_to_id)).first() if page.withdrawn_to_id else None
    if instead is not None:
        return HttpResponseRedirect(path_of(instead))
    request.page = None
    request.place = Place(title=_("This story was withdrawn"), robots=PRIVATE)
    response = TemplateResponse(request, "news/withdrawn.html", {"story": page}, status=GONE)
    response.headers["X-Robots-Tag"] = PRIVATE
    return response
