"""What readers look for, and what they do not find: the most frequent words of the last weeks, with ways to help."""

import datetime
from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Max, Sum
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Locale

from accounts.languages import may_edit_locale
from common.localization import language_name
from glossary.choices import FormKind, Status
from glossary.models import TermPage
from glossary.rows import TermVariant
from search.log import KEPT_DAYS
from search.models import SearchedFor
from search.query import clean

__all__ = ["add_form", "searches"]

MOST = 50
PERIODS = (7, 30, 90, KEPT_DAYS)
SEE = "search.view_searchedfor"
PROMOTE = "search.add_promotion"


@dataclass(frozen=True)
class Line:
    """One line of the report."""

    query: str
    times: int
    results: int
    promote: str
    add_form: str
    look: str


@require_safe
def searches(request):
    """Show the most frequent searches of a language, and those that found nothing.

    Args:
        request: of somebody who may see them; ``language`` and ``days`` choose.

    Raises:
        PermissionDenied: for anybody else.
    """
    if not request.user.has_perm(SEE):
        raise PermissionDenied
    codes = list(Locale.objects.values_list("language_code", flat=True))
    language = request.GET.get("language") if request.GET.get("language") in codes else settings.LANGUAGE_CODE
    days = next((one for one in PERIODS if str(one) == request.GET.get("days")), PERIODS[1])
    locale = Locale.objects.get(language_code=language)
    rows = _rows(language, days)
    context = {
        "page_title": _("What readers look for"),
        "frequent": [_line(row, locale, request.user) for row in rows.filter(found__gt=0)[:MOST]],
        "empty": [_line(row, locale, request.user) for row in rows.filter(found=0)[:MOST]],
        "languages": [(code, language_name(code), code == language) for code in sorted(codes)],
        "periods": [(number, number == days) for number in PERIODS],
        "days": days,
        "kept": KEPT_DAYS,
    }
    return TemplateResponse(request, "search/admin/searches.html", context)


def _rows(language, days):
    since = timezone.localdate() - datetime.timedelta(days=days)
    rows = SearchedFor.objects.filter(language=language, day__gt=since).values("query")
    return rows.annotate(asked=Sum("times"), found=Max("results")).order_by("-asked", "query")


def _line(row, locale, user):
    query, language = row["query"], locale.language_code
    promoting = user.has_perm(PROMOTE) and may_edit_locale(user, locale.pk)
    add = reverse("wagtailsnippets_search_promotion:add")
    return Line(
        query=query,
        times=row["asked"],
        results=row["found"],
        promote=f"{add}?{urlencode({'locale': language, 'queries': query})}" if promoting else "",
        add_form=f"{reverse('search_add_form')}?{urlencode({'language': language, 'form': query})}",
        look=f"/{language}/search/?{urlencode({'q': query})}",
    )


class FormForm(forms.Form):
    """A form of a term, and the term."""

    form = forms.CharField(label=gettext_lazy("Form"), max_length=160)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=FormKind.choices, initial=FormKind.SYNONYM)
    term = forms.ModelChoiceField(
        label=gettext_lazy("Term"),
        queryset=TermPage.objects.none(),
        help_text=gettext_lazy("Readers who look for the form find what is written about the term."),
    )

    def __init__(self, *args, language, **kwargs):
        """Offer the terms of a language."""
        super().__init__(*args, **kwargs)
        self.fields["term"].queryset = TermPage.objects.filter(locale__language_code=language).order_by("title")

    def clean_form(self):
        """Return the form without what nobody can see."""
        return clean(self.cleaned_data["form"])


@require_http_methods(["GET", "POST"])
def add_form(request):
    """Add what readers looked for to a term, as a draft, and lead to the term, where it is looked over and published.

    Args:
        request: of somebody who may see searches; ``form`` and ``language`` fill the form in.

    Raises:
        PermissionDenied: for anybody else, and for who may not edit the term.
    """
    if not request.user.has_perm(SEE):
        raise PermissionDenied
    language = get_object_or_404(Locale, language_code=request.GET.get("language") or "").language_code
    given = {"form": clean(request.GET.get("form", ""))}
    form = FormForm(request.POST if request.method == "POST" else None, initial=given, language=language)
    if request.method == "POST" and form.is_valid():
        term = form.cleaned_data["term"]
        if not term.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        _add(term, form.cleaned_data, language, request.user)
        messages.success(request, _("The form stands in a draft of the term. Look it over and publish it."))
        return redirect("wagtailadmin_pages:edit", term.pk)
    context = {"page_title": _("Add a form to the glossary"), "form": form, "language": language_name(language)}
    return TemplateResponse(request, "search/admin/add_form.html", context)


def _add(term, values, language, user):
    draft = term.get_latest_revision_as_object()
    known = {row.form.casefold() for row in draft.variants.all()}
    if values["form"].casefold() not in known:
        row = TermVariant(form=values["form"], kind=values["kind"], language=language, status=Status.UNDER_REVIEW)
        draft.variants.add(row)
        draft.save_revision(user=user)
