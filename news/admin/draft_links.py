"""Where editors make, see and revoke the links to a draft."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from library.publishing import prepare_page
from news.draft_links import DraftLink
from news.models import NewsPage

__all__ = ["draft_links", "revoke_draft_link"]


class DraftLinkForm(forms.ModelForm):
    """For whom a link is."""

    note = forms.CharField(label=gettext_lazy("For whom"), required=False, max_length=120)

    class Meta:
        model = DraftLink
        fields = ["note"]


def _editable(request, page_id):
    page = get_object_or_404(NewsPage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


@require_http_methods(["GET", "POST"])
def draft_links(request, page_id):
    """Show the links to a draft, or make one; a script gets its address as JSON.

    Args:
        request: the request of somebody who may edit the story.
        page_id: the story.
    """
    page = _editable(request, page_id)
    form = DraftLinkForm(
        request.POST if request.method == "POST" else None, instance=DraftLink(page=page, created_by=request.user)
    )
    if request.method == "POST" and form.is_valid():
        link = form.save()
        prepare_page(page.get_latest_revision_as_object())
        if request.accepts("text/html"):
            messages.success(request, _("The link is made. Whoever has it can read the draft."))
            return redirect("news_draft_links", page.pk)
        url = request.build_absolute_uri(link.address())
        return JsonResponse({"url": url, "expires": link.expires_at.isoformat()})
    links = [(link, request.build_absolute_uri(link.address())) for link in page.draft_links.all() if link.works]
    context = {"page_title": _("Links to this draft"), "page": page, "links": links, "form": form}
    return TemplateResponse(request, "news/admin/draft_links.html", context)


@require_POST
def revoke_draft_link(request, page_id, link_id):
    """End a link at once.

    Args:
        request: the request of somebody who may edit the story.
        page_id: the story.
        link_id: the link.
    """
    page = _editable(request, page_id)
    get_object_or_404(page.draft_links, pk=link_id).revoke()
    messages.success(request, _("The link no longer works."))
    return redirect("news_draft_links", page.pk)
