"""The language switcher: the same page in each language, or openly none."""

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, override
from wagtail.models import Page

from common.addresses import path_of
from common.localization import PAGE_VIEW, LanguageLink, homes, language_name, language_of, surroundings


def page_urls(page: Page, request: HttpRequest) -> dict[str, str]:
    """Where a page stands in every language in which all readers may see it.

    Args:
        page: A page as it is shown.
        request: The request it is shown for.

    Returns:
        Language code to path; the page itself is among them if it is public.
    """
    found = surroundings(page, request).translations
    return {code: path_of(other) for code, other in found.items()}


def view_urls(request: HttpRequest) -> dict[str, str]:
    """Where a view that is not a page stands in every open language.

    Args:
        request: The request for the view.

    Returns:
        Language code to path; empty for pages, for errors and for views outside the languages.
    """
    match = getattr(request, "resolver_match", None)
    if match is None or match.view_name == PAGE_VIEW or getattr(request, "failed", False):
        return {}
    found = {}
    for code in homes():
        with override(code):
            try:
                found[code] = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
            except NoReverseMatch:
                return {}
    return found if len(set(found.values())) == len(found) else {}


def urls_of(request: HttpRequest) -> dict[str, str]:
    """Where what the request shows stands in every language.

    Args:
        request: Any request; `request.page` is the page shown, if it shows one.

    Returns:
        Language code to path, only for languages in which it exists.
    """
    page, place = getattr(request, "page", None), getattr(request, "place", None)
    if place is not None and place.urls and not getattr(request, "failed", False):
        return dict(place.urls)
    if page is not None and not getattr(request, "failed", False):
        return page_urls(page, request) if page.pk else {}
    return view_urls(request)


def current_code(request: HttpRequest) -> str:
    """The language of what the request shows.

    Args:
        request: Any request.

    Returns:
        The page's own language, else the language of the address.
    """
    page = getattr(request, "page", None)
    if page is not None and page.locale_id:
        return language_of(page)
    return getattr(request, "LANGUAGE_CODE", None) or get_language() or "en"


def language_links(request: HttpRequest) -> list[LanguageLink]:
    """The entries of the language switcher.

    Args:
        request: Any request.

    Returns:
        One link for each open language. Where there is no translation it leads to that language's front page and says
        so by `available=False`; where there is no page at all, nothing is said to lack a translation.
    """
    urls, current = urls_of(request), current_code(request)
    no_page = bool(getattr(request, "failed", False))
    return [
        LanguageLink(
            code=home.code,
            name=language_name(home.code),
            url=urls.get(home.code, home.url) if home.code != current else urls.get(home.code, request.path),
            current=home.code == current,
            available=no_page or home.code in urls or home.code == current,
        )
        for home in homes().values()
    ]
