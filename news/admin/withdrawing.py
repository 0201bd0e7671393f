"""Where somebody takes a story back."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from news.models import NewsPage
from news.withdrawal import withdraw

__all__ = ["withdraw_story"]


class WithdrawalForm(forms.Form):
    """What readers find at the address from now on."""

    reason = forms.CharField(
        label=gettext_lazy("What readers are told"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("One or two sentences. Without them the notice only says that the story was withdrawn."),
    )
    instead = forms.ModelChoiceField(
        label=gettext_lazy("Page to read instead"),
        queryset=Page.objects.live(),
        required=False,
        widget=AdminPageChooser,
        help_text=gettext_lazy("The address of the story leads there. Without a page it shows the notice."),
    )


@require_http_methods(["GET", "POST"])
def withdraw_story(request, page_id):
    """Ask what readers are told, and take the story and its translations back.

    Args:
        request: the request of somebody who may unpublish the story.
        page_id: the story.
    """
    page = get_object_or_404(NewsPage, pk=page_id)
    if not page.permissions_for_user(request.user).can_unpublish():
        raise PermissionDenied
    form = WithdrawalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        _withdraw_all(page, request.user, **form.cleaned_data)
        messages.success(request, _("“%(title)s” is withdrawn.") % {"title": page.title})
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    others = _translations(page, request.user)
    context = {"page_title": _("Withdraw this story"), "page": page, "form": form, "translations": others}
    return TemplateResponse(request, "news/admin/withdraw.html", context)


def _translations(page, user):
    others = NewsPage.objects.filter(translation_key=page.translation_key, live=True).exclude(pk=page.pk)
    return [other for other in others.select_related("locale") if other.permissions_for_user(user).can_unpublish()]


def _withdraw_all(page, user, reason, instead):
    with transaction.atomic():
        for other in _translations(page, user):
            local = instead.get_translation_or_none(other.locale) if instead is not None else None
            withdraw(other, user, "", local)
        withdraw(page, user, reason, instead)
