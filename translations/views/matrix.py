"""The board of all translations: a page, a file of it, and requests for many pages at once."""

import re

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.models import Locale, Page

from common.spreadsheets import csv_file
from translations.board import Board, Choice, board_for
from translations.forms import WishForm
from translations.gate import translation_of
from translations.progress import PageState
from translations.requesting import brief, other_source, reasons_against, start
from translations.rights import locales_of, may_read_source, works_anywhere

PER_PAGE = 200
NUMBER = re.compile(r"[0-9]{1,9}")
MOST_AT_ONCE = 400


def choice_of(request: HttpRequest) -> Choice:
    """What a person wants to see, out of the address."""
    get = request.GET.get
    return Choice(
        section=get("section", ""),
        language=get("language", ""),
        state=get("state", ""),
        mine=bool(get("mine")),
        overdue=bool(get("overdue")),
        q=get("q", "").replace("\x00", "")[:200],
    )


def board(request: HttpRequest) -> HttpResponse:
    """Show how far translations are.

    Args:
        request: Filters, `p` for the page, and `format=csv` for a file.

    Returns:
        A page of the admin, or CSV.

    Raises:
        PermissionDenied: If the person works in no language.
    """
    if not works_anywhere(request.user):
        raise PermissionDenied
    choice = choice_of(request)
    shown = board_for(request.user, choice)
    if request.GET.get("format") == "csv":
        return as_csv(shown)
    part = Paginator(shown.rows, PER_PAGE).get_page(request.GET.get("p"))
    query = request.GET.copy()
    query.pop("p", None)
    context = {
        "header_title": _("Translations"),
        "board": shown,
        "part": part,
        "choice": choice,
        "states": PageState.choices,
        "query": query.urlencode(),
        "can_request": request.user.has_perm("wagtail_localize.submit_translation"),
        "form": WishForm(locales=shown.locales),
    }
    return render(request, "translations/admin/board.html", context)


def as_csv(shown: Board) -> HttpResponse:
    """The board as a file for spreadsheets, in which no cell can be a formula.

    Args:
        shown: The board.
    """
    heads = (_("Page"), _("Language"), _("State"), _("Since"), _("Segments"), _("Done"), _("Words to do"))
    lines = (_line(row, cell) for row in shown.rows for cell in row.cells if cell.picked)
    content = csv_file([*heads, _("Assignee"), _("Deadline"), _("Overdue")], lines)
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="translations-{timezone.localdate():%Y-%m-%d}.csv"'
    return response


def _line(row, cell) -> list:
    done, wish = cell.progress, cell.brief
    return [
        row.title,
        cell.locale.language_code,
        cell.label,
        done.since.date().isoformat() if done and done.since else "",
        done.total if done else "",
        done.done if done else "",
        done.words_todo if done else "",
        wish.assignee.label if wish and wish.assignee else "",
        wish.deadline.isoformat() if wish and wish.deadline else "",
        _("yes") if cell.late else "",
    ]


@require_POST
def request_many(request: HttpRequest) -> HttpResponse:
    """Ask for translations of many pages at once; what is under way already gets the new brief.

    Args:
        request: A POST with `pages`, `locales`, `deadline`, `assignee` and `note`.

    Returns:
        A redirect to the board, with what was started and what was not, and why.

    Raises:
        PermissionDenied: If the person may not ask for translations.
    """
    if not request.user.has_perm("wagtail_localize.submit_translation"):
        raise PermissionDenied
    back = f"{reverse('translations_matrix')}?{request.POST.get('query', '')}"
    locales = list(locales_of(request.user).filter(pk__in=_numbers(request, "locales")))
    pages = list(Page.objects.filter(pk__in=_numbers(request, "pages")[:MOST_AT_ONCE]).order_by("path").specific())
    form = WishForm(request.POST, locales=locales)
    if not locales or not pages or not form.is_valid():
        messages.error(request, _("Choose pages and languages, and check deadline, assignee and note."))
        return redirect(back)
    done, reasons = ask_for(pages, locales, request.user, form.wish())
    sentence = ngettext("%(count)d translation was asked for.", "%(count)d translations were asked for.", done)
    if done:
        messages.success(request, sentence % {"count": done})
    for reason in list(dict.fromkeys(reasons))[:10]:
        messages.warning(request, reason)
    return redirect(back)


def _numbers(request: HttpRequest, name: str) -> list[int]:
    return [int(value) for value in request.POST.getlist(name) if NUMBER.fullmatch(value)]


def ask_for(pages: list[Page], locales: list[Locale], user, wish) -> tuple[int, list[str]]:
    """Ask for many translations, parents before children.

    Args:
        pages: Pages in their source language, in the order of the tree.
        locales: Languages.
        user: Who asks.
        wish: By when, of whom, and what to mind.

    Returns:
        How many were asked for, and a sentence for each that was not.
    """
    done, reasons = 0, []
    for page in pages:
        for locale in locales:
            found = _ask_for_one(page, locale, user, wish)
            done, reasons = (done, reasons + found) if found else (done + 1, reasons)
    return done, reasons


def _ask_for_one(page: Page, locale: Locale, user, wish) -> list[str]:
    if not may_read_source(user, page):
        return [_("You may not open one of the pages.")]
    target = page.get_translations().filter(locale=locale, alias_of=None).first()
    translation = translation_of(target) if target else None
    if translation:
        brief(translation, user, wish)
        return []
    if target or other_source(page):
        return [_("“%(title)s” has words of its own in %(language)s.") % _names(page, locale)]
    reasons = reasons_against(page, locale, user, alone=wish.alone)
    if not reasons:
        try:
            start(page, [locale], user, wish)
        except ValueError as error:
            return [f"{page}: {error}"]
    return reasons


def _names(page: Page, locale: Locale) -> dict:
    return {"title": page.title, "language": locale.get_display_name()}
