"""The memory out as TMX and in from it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET
from wagtail.models import Locale

from translations.exchange.forms import MemoryForm
from translations.exchange.inline import storable
from translations.exchange.reports import Report
from translations.exchange.tmx import Taking, write
from translations.exchange.views.answers import attachment, for_translators, page, target_locales
from translations.models import MemoryEntry

CHUNK = 2000


@for_translators
def memory(request: HttpRequest) -> HttpResponse:
    """Show how large the memory is, and take memories in.

    Args:
        request: A POST holds `language`, `file` and `dry_run`.
    """
    locales = target_locales(request.user)
    form = MemoryForm(locales, request.POST or None, request.FILES or None)
    report = None
    if request.method == "POST" and form.is_valid():
        data, name = form.read()
        languages = (Locale.get_default().language_code, form.cleaned_data["language"].language_code)
        part = Taking(languages, request.user, storable(name)).take(data, dry_run=form.cleaned_data["dry_run"])
        report = Report([part])
    rows = [(locale, _entries(locale).count()) for locale in locales]
    context = {"form": form, "report": report, "rows": rows}
    return page(request, "memory", "translations_memory", context | {"dry": report and form.cleaned_data["dry_run"]})


def _entries(locale: Locale):
    return MemoryEntry.objects.filter(
        source_language=Locale.get_default().language_code, target_language=locale.language_code
    )


@require_GET
@for_translators
def download(request: HttpRequest, language: str) -> HttpResponse:
    """The memory of a language as TMX.

    Args:
        request: The request.
        language: The code of the language.
    """
    locale = get_object_or_404(target_locales(request.user), language_code=language)
    languages = (Locale.get_default().language_code, locale.language_code)
    data = write(_entries(locale).order_by("pk").iterator(chunk_size=CHUNK), languages)
    return attachment(data, f"memory.{languages[0]}-{languages[1]}.tmx", "application/x-tmx+xml")
