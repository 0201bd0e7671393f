"""Taking in a translator's PO file; whatever is wrong with it becomes a sentence, not an error page."""

import polib
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.models import Translation

from translations.views.segments import in_own_language

HEADER = "X-WagtailLocalize-TranslationID"
LARGEST = 5 * 1024 * 1024


class UnreadableFileError(ValueError):
    """The file cannot be taken in; the message says why, for the person who sent it."""


def read(upload) -> polib.POFile:
    """Read an uploaded PO file.

    Args:
        upload: The uploaded file, or None.

    Returns:
        The parsed file.

    Raises:
        UnreadableFileError: If there is no file, or it is no PO file.
    """
    if upload is None:
        raise UnreadableFileError(_("Choose a PO file first."))
    if upload.size > LARGEST:
        raise UnreadableFileError(_("This file is too large for a PO file of one page."))
    try:
        text = upload.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(_("This is not a PO file, or it is not saved as UTF-8.")) from error
    # polib takes a text without line breaks for the name of a file on the server.
    if "msgid" not in text or "\n" not in text:
        raise UnreadableFileError(_("This is not a PO file: it has no entries."))
    try:
        return polib.pofile(text)
    except (OSError, ValueError) as error:
        raise UnreadableFileError(_("This PO file has a mistake: %(error)s") % {"error": error}) from error


def take_in(translation: Translation, po: polib.POFile, user) -> tuple[int, int]:
    """Take the finished entries of a file into a translation; unclear (fuzzy) ones stay open.

    Args:
        translation: The translation the person has open.
        po: The file; some tools drop the header that names the translation, which is no reason to refuse it.
        user: Who sent it.

    Returns:
        How many entries were taken in, and how many were passed over.

    Raises:
        UnreadableFileError: If the file says it belongs to another translation.
    """
    if po.metadata.get(HEADER, str(translation.uuid)) != str(translation.uuid):
        raise UnreadableFileError(_("This file belongs to the translation of another page or language."))
    entries = [entry for entry in po if not entry.obsolete]
    done = [entry for entry in entries if entry.msgstr and not entry.fuzzy]
    finished = polib.POFile()
    finished.extend(done)
    warnings = translation.import_po(finished, user=user, tool_name="PO File")
    taken = len(done) - len(warnings)
    return taken, len(entries) - taken


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
    try:
        taken, passed_over = take_in(translation, read(request.FILES.get("file")), request.user)
    except UnreadableFileError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _report(taken, passed_over))
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def _report(taken: int, passed_over: int) -> str:
    first = ngettext("%(count)d entry was taken in.", "%(count)d entries were taken in.", taken) % {"count": taken}
    if not passed_over:
        return first
    second = ngettext(
        "%(count)d entry was passed over: it is empty, unclear or not of this page.",
        "%(count)d entries were passed over: they are empty, unclear or not of this page.",
        passed_over,
    )
    return f"{first} {second % {'count': passed_over}}"
