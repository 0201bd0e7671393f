"""Translations out as files and back: the list, the downloads, the upload and its report."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET
from wagtail.admin import messages

from translations.exchange.counting import Words, words_of_all
from translations.exchange.exporting import FORMATS, file_of, kit_of
from translations.exchange.forms import FilesForm, FilterForm, FormatForm
from translations.exchange.importing import take_in
from translations.exchange.jobs import translations_open_to
from translations.exchange.reading import read
from translations.exchange.views.answers import attachment, for_translators, page, target_locales

PER_PAGE = 50
MOST_IN_KIT = 300


@for_translators
def files(request: HttpRequest) -> HttpResponse:
    """Show the translations that can be taken out, and take files in.

    Args:
        request: `q`, `language` and `p` choose what is listed; a POST holds `file`, `dry_run` and perhaps
            `translation`, for which alone the file is meant.
    """
    form = FilesForm(request.POST or None, request.FILES or None)
    report, expected = None, _expected(request)
    if request.method == "POST" and form.is_valid():
        dry_run = form.cleaned_data["dry_run"]
        report = take_in(read(*form.read()), request.user, dry_run=dry_run, expected=expected)
    context = _listed(request) | {"form": form, "report": report, "expected": expected}
    return page(request, "files", "translations_files", context | {"dry": report and form.cleaned_data["dry_run"]})


def _expected(request: HttpRequest):
    said = request.POST.get("translation") or request.GET.get("translation")
    if not said or not (said.isascii() and said.isdigit() and len(said) <= len("9223372036854775807") - 1):
        return None
    return get_object_or_404(translations_open_to(request.user), pk=int(said))


def _listed(request: HttpRequest) -> dict:
    filters = FilterForm(target_locales(request.user), request.GET or None)
    found = filters.narrow(translations_open_to(request.user)).order_by("source__object_repr", "target_locale", "pk")
    part = Paginator(found, PER_PAGE).get_page(request.GET.get("p"))
    words = words_of_all(part)
    rows = [(translation, words[translation.pk], _edit_url(translation)) for translation in part]
    asked = request.GET.copy()
    asked.pop("p", None)
    return {
        "filters": filters,
        "part": part,
        "rows": rows,
        "sum": sum(words.values(), Words()),
        "formats": FormatForm(auto_id="kit_%s"),
        "asked": asked.urlencode(),
        "names": [(name, one.short or one.label) for name, one in FORMATS.items()],
    }


def _edit_url(translation) -> str:
    return reverse("translations_files") + f"?translation={translation.pk}"


@require_GET
@for_translators
def download(request: HttpRequest, translation_id: int, name: str) -> HttpResponse:
    """One translation as a file.

    Args:
        request: The request.
        translation_id: Which translation.
        name: A key of `FORMATS`.
    """
    translation = get_object_or_404(translations_open_to(request.user), pk=translation_id)
    file, data = file_of(translation, name)
    return attachment(data, file, FORMATS[name].content_type)


@require_GET
@for_translators
def kit(request: HttpRequest) -> HttpResponse:
    """Several translations as a ZIP.

    Args:
        request: `translation` names each of them, or `all` takes all that `q` and `language` choose; `format` is the
            kind of file.
    """
    formats = FormatForm(request.GET)
    if not formats.is_valid():
        messages.error(request, _("Choose a kind of file."))
        return redirect("translations_files")
    found = translations_open_to(request.user)
    if "all" in request.GET:
        found = FilterForm(target_locales(request.user), request.GET).narrow(found)
    else:
        said = [one for one in request.GET.getlist("translation") if one.isascii() and one.isdigit()]
        found = found.filter(pk__in=[int(one) for one in said if len(one) < len("9223372036854775807")])
    return _kit(request, list(found.order_by("pk")[: MOST_IN_KIT + 1]), formats.cleaned_data["format"])


def _kit(request: HttpRequest, found: list, name: str) -> HttpResponse:
    if not found:
        messages.error(request, _("Choose at least one translation."))
        return redirect("translations_files")
    if len(found) > MOST_IN_KIT:
        sentence = ngettext(
            "A ZIP file holds %(count)d translation at most. Narrow the list down.",
            "A ZIP file holds %(count)d translations at most. Narrow the list down.",
            MOST_IN_KIT,
        )
        messages.error(request, sentence % {"count": MOST_IN_KIT})
        return redirect("translations_files")
    return attachment(kit_of(found, name), f"translations.{name}.zip", "application/zip")
