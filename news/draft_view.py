"""Shows a draft to whoever has a link to it, and to nobody else."""

from django.http import Http404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from library.serving import with_keys
from news.draft_links import link_behind

__all__ = ["draft"]

HEADERS = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}


@require_safe
def draft(request, token):
    """Answer with the latest version of a story.

    Args:
        request: the request of anybody.
        token: the signed part of a link.

    Raises:
        Http404: if the link was never made, has expired or was revoked.
    """
    link = link_behind(token)
    if link is None:
        raise Http404
    page = link.page.get_latest_revision_as_object()
    request.is_preview, request.page = True, page
    context = {**page.get_context(request), "draft_until": link.expires_at}
    response = TemplateResponse(request, page.get_template(request), context, headers=HEADERS)
    response.add_post_render_callback(_open_documents)
    return response


def _open_documents(response):
    response.content = with_keys(response.content)
