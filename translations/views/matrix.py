"""The report: every translated page, and how far it is in each language."""

from dataclasses import dataclass, field

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page

from translations.progress import Progress, page_translations, progress_of_all

PER_PAGE = 50


@dataclass(frozen=True)
class Cell:
    """One page in one language; without progress there is no translation yet."""

    language: str
    progress: Progress | None = None
    edit_url: str = ""


@dataclass
class Row:
    """One source page and its translations."""

    title: str
    edit_url: str
    cells: list[Cell] = field(default_factory=list)


def translation_report(request: HttpRequest) -> HttpResponse:
    """Show how far translations are.

    Args:
        request: `p` is the page of the report.

    Returns:
        A page of the admin.
    """
    keys = page_translations().order_by("source__object_repr").values_list("source__object_id", flat=True)
    part = Paginator(list(dict.fromkeys(keys)), PER_PAGE).get_page(request.GET.get("p"))
    locales = list(Locale.objects.all())
    context = {
        "header_title": _("Progress of translations"),
        "header_icon": "wagtail-localize-language",
        "languages": [locale.get_display_name() for locale in locales],
        "rows": rows(list(part), locales),
        "part": part,
    }
    return render(request, "translations/report.html", context)


def rows(keys: list, locales: list[Locale]) -> list[Row]:
    """The lines of the report.

    Args:
        keys: Translation keys, in order.
        locales: The columns.

    Returns:
        One row for each page that still has its source.
    """
    translations = list(page_translations().filter(source__object__in=keys))
    progress = progress_of_all(translations)
    pages = {(page.translation_key, page.locale_id): page for page in Page.objects.filter(translation_key__in=keys)}
    by_key: dict = {}
    for translation in translations:
        by_key.setdefault(translation.source.object_id, {})[translation.target_locale_id] = translation
    found = []
    for key in keys:
        source = pages.get((key, next(iter(by_key[key].values())).source.locale_id))
        if source is not None:
            cells = [_cell(locale, by_key[key].get(locale.pk), progress, pages, key) for locale in locales]
            found.append(Row(source.get_admin_display_title(), _edit_url(source), cells))
    return found


def _cell(locale: Locale, translation, progress: dict, pages: dict, key) -> Cell:
    page = pages.get((key, locale.pk))
    done = progress[translation.pk] if translation else None
    return Cell(locale.get_display_name(), done, _edit_url(page) if page else "")


def _edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])
