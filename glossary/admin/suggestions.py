"""Which terms occur in a text without being marked: the forms to look for, and the panel that lists them."""

from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe
from wagtail.models import Page

from common.localization import language_of
from glossary.queries import term_forms

# Shorter forms are too often part of something else.
SHORTEST = 3


@require_safe
def known_forms(request, page_id):
    """Answer with the forms that a text on a page, or below it, may hold; longer ones first.

    Args:
        request: of somebody on the editors' side.
        page_id: primary key of the page; its language counts.

    Raises:
        Http404: if there is no such page.
    """
    page = get_object_or_404(Page.objects.select_related("locale"), pk=page_id)
    forms = [form for form in term_forms(language_of(page)) if len(form.form) >= SHORTEST]
    ordered = sorted(forms, key=lambda form: -len(form.form))
    found = [{"form": form.form, "key": form.term_key, "title": form.title} for form in ordered]
    return JsonResponse({"forms": found})


def suggestions_panel():
    """Return the panel for the editor of a page, which its script puts below the texts; a hook."""
    return render_to_string("glossary/admin/terms_panel.html")
