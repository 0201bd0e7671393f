"""The forms and the review of a term in one language, also where the rest of the page is a translation."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.widgets import Button

from glossary import panels
from glossary.models import GlossaryPage, TermPage

HANDLER = ObjectList([FieldPanel("grammar"), *panels.OWN_PANELS], base_form_class=WagtailAdminModelForm)


def own_forms(request, page_id):
    """Show and save what a language has of its own about a term.

    Args:
        request: of somebody who may edit the page.
        page_id: primary key of a TermPage.

    Raises:
        PermissionDenied: for others.
        Http404: if there is no such term.
    """
    stored = get_object_or_404(TermPage, pk=page_id)
    rights = stored.permissions_for_user(request.user)
    if not rights.can_edit() or stored.permissions_for_user(request.user).page_locked():
        raise PermissionDenied
    page = stored.get_latest_revision_as_object()
    handler = HANDLER.bind_to_model(TermPage)
    form = handler.get_form_class()(request.POST or None, instance=page, for_user=request.user)
    if request.method == "POST" and form.is_valid():
        return _saved(request, form.save(commit=False), publish=rights.can_publish())
    bound = handler.get_bound_panel(instance=page, request=request, form=form)
    context = {"page": page, "panel": bound, "media": bound.media + form.media, "failed": request.method == "POST"}
    return render(request, "glossary/admin/own.html", context | {"publishes": rights.can_publish() and page.live})


def _saved(request, page, *, publish):
    revision = page.save_revision(user=request.user, log_action=True)
    if publish and page.live:
        revision.publish(user=request.user)
        messages.success(request, _("The forms of “%(title)s” are published.") % {"title": page.title})
    else:
        messages.success(request, _("The forms of “%(title)s” are kept as a draft.") % {"title": page.title})
    return redirect("glossary_own", page.pk)


def term_buttons(page, user, view_name="edit", next_url=None):
    """Yield the way to the forms of a term, and from the glossary to its files; a hook for the head of the editor.

    Args:
        page: the page that is open.
        user: who has it open.
        view_name: the view in whose head the menu stands; not used.
        next_url: where to go on; not used.
    """
    if isinstance(page, TermPage) and page.pk and page.permissions_for_user(user).can_edit():
        url = reverse("glossary_own", args=(page.pk,))
        yield Button(gettext_lazy("Forms and review"), url, icon_name="openquote", priority=60)
    if isinstance(page, GlossaryPage) and page.pk and page.permissions_for_user(user).can_publish_subpage():
        yield Button(gettext_lazy("Terms as files"), reverse("glossary_exchange"), icon_name="download", priority=60)
