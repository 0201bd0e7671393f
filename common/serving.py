"""How every page is served, so that page classes need not repeat it."""

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language, gettext, override
from wagtail.models import Page, PageViewRestriction

from common.localization import homes, text_direction
from common.restrictions import restricted_paths

UNTRANSLATED = "untranslated"


def remember(page: Page, request: HttpRequest) -> None:
    """Note which page the request shows, for the frame around it.

    Args:
        page: The page.
        request: The request; head, language switcher and crumbs read `request.page`.
    """
    request.page = page


def serve_page(page: Page, request: HttpRequest, *args, **kwargs) -> HttpResponse:
    """Answer a request with a page.

    Args:
        page: The specific page.
        request: The reader's request.
        args: What the page's route found in the address.
        kwargs: The same, by name.

    Returns:
        A response that is rendered after the middleware has seen it.
    """
    remember(page, request)
    request.is_preview = False
    context = page.get_context(request, *args, **kwargs)
    return TemplateResponse(request, page.get_template(request, *args, **kwargs), context)


def restrictions_on(page: Page) -> QuerySet[PageViewRestriction]:
    """Who may see a page, by its own rules and those of the pages above; without a query where there are none.

    Args:
        page: A page as it stands in the tree.

    Returns:
        The restrictions; a copy that follows another page has the rules of that page.
    """
    if not any(follows and page.path.startswith(follows) for _own, follows in restricted_paths()):
        return PageViewRestriction.objects.none()
    paths = [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]
    own = Q(page__path__in=paths, page__alias_of=None)
    return PageViewRestriction.objects.filter(own | Q(page__aliases__path__in=paths)).distinct()


def untranslated_notice(request: HttpRequest) -> dict[str, str]:
    """The notice for a reader who came from an address in a language in which this page does not exist.

    Args:
        request: Its parameter `untranslated` names the language wanted.

    Returns:
        `text`, and `url` and `label` of that language's front page, with `lang` and `dir`; empty if there is nothing
        to say.
    """
    wanted = homes().get(request.GET.get(UNTRANSLATED, ""))
    if wanted is None or wanted.code == get_language():
        return {}
    with override(wanted.code):
        text = gettext("This page is not available in your language yet. You are reading it in another language.")
        label = gettext("Go to the front page")
    return {
        "lang": wanted.code,
        "dir": text_direction(wanted.code),
        "text": text,
        "url": wanted.url,
        "label": label,
    }
