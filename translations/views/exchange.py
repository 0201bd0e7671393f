"""Taking in a translator's file from the classic view; whatever is wrong with it becomes a sentence."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation

from translations.exchange.importing import take_in
from translations.exchange.problems import UnreadableFileError
from translations.exchange.reading import Read, check_size, read
from translations.exchange.reports import Report
from translations.views.segments import in_own_language


@require_POST
@in_own_language
def upload(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Take in the file that the person sends from the editor.

    Args:
        request: A POST with `file`.
        translation_id: The translation that is open.

    Returns:
        A redirect to the editor, with a message.
    """
    translation = get_object_or_404(Translation, pk=translation_id)
    report = take_in(_read(request), request.user, expected=translation)
    problems = [part.problem for part in report.parts if part.problem]
    for problem in problems:
        messages.error(request, problem)
    if not problems:
        messages.success(request, _told(report))
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def _read(request: HttpRequest) -> list[Read]:
    file = request.FILES.get("file")
    if file is None:
        return [Read("", problem=_("Choose a PO file first."))]
    try:
        check_size(file.size)
    except UnreadableFileError as error:
        return [Read(file.name, problem=str(error))]
    return read(file.read(), file.name)


def _told(report: Report) -> str:
    taken = report.counts["created"] + report.counts["updated"]
    passed_over = len(report.lines) - taken
    first = ngettext("%(count)d entry was taken in.", "%(count)d entries were taken in.", taken) % {"count": taken}
    if not passed_over:
        return first
    second = ngettext(
        "%(count)d entry was passed over: it is empty, unchanged or not of this page.",
        "%(count)d entries were passed over: they are empty, unchanged or not of this page.",
        passed_over,
    )
    return f"{first} {second % {'count': passed_over}}"
