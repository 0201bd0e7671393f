"""The memory out as TMX and in from it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override
from django.views.decorators.http import require_GET
from wagtail.models import Locale

from translations.exchange.forms import MemoryForm
from translations.exchange.inline import storable
from translations.exchange.reports import Report
from translations.exchange.tmx import Taking, write
from translations.exchange.views.answers import attachment, for_translators, page, target_locales
from translations.models import MemoryEntry
from translations.rights import PUBLISH, locales_of

CHUNK = 2000
TERMS, TERMS_IN = "glossary_data", "glossary_exchange"


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
    rows = [(locale, _entries(locale).count(), _terms_url(locale)) for locale in locales]
    context = {"form": form, "report": report, "rows": rows, "terms_in_url": _terms_in_url(request.user)}
    return page(request, "memory", "translations_memory", context | {"dry": report and form.cleaned_data["dry_run"]})


def _address(name: str, *args: str) -> str:
    """An address of the glossary, which stands on the same floor; empty where there is none."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def _terms_url(locale: Locale) -> str:
    with override(locale.language_code):
        return _address(TERMS, "tbx")


def _terms_in_url(user) -> str:
    """Where terms are taken in from files, for those who may publish in some language."""
    return _address(TERMS_IN) if locales_of(user, PUBLISH).exists() else ""


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
