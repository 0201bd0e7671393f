"""Filling a translation with proposals, from the workbench."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from translations.pretranslating import pretranslate
from translations.views.segments import in_own_language
from translations.views.workbench import opened


@require_POST
@in_own_language
def fill(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Fill the new segments of a translation with proposals.

    Args:
        request: A POST.
        translation_id: Which translation.

    Returns:
        A redirect to the workbench, with messages.
    """
    proposed = pretranslate(opened(request, translation_id))
    if proposed.trouble:
        messages.error(request, proposed.trouble)
    if proposed.total:
        sentence = ngettext(
            "%(count)d segment got a proposal. Confirm it before it goes to readers.",
            "%(count)d segments got a proposal. Confirm them before they go to readers.",
            proposed.total,
        )
        messages.success(request, sentence % {"count": proposed.total})
    elif not proposed.trouble:
        messages.info(request, _("The memory knows nothing that would fit here."))
    return redirect("translations_workbench", translation_id)
