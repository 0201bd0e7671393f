"""What every template finds without asking: head, language switcher, crumbs and notices."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from common.seo import crumbs_for, head_for
from common.serving import untranslated_notice
from common.switcher import language_links


def head(request: HttpRequest) -> dict:
    """The head of the page.

    Args:
        request: Any request.

    Returns:
        `head`, a `common.seo.Head`.
    """
    return {"head": SimpleLazyObject(lambda: head_for(request))}


def languages(request: HttpRequest) -> dict:
    """The language switcher.

    Args:
        request: Any request.

    Returns:
        `languages`, a list of `common.localization.LanguageLink`.
    """
    return {"languages": SimpleLazyObject(lambda: language_links(request))}


def crumbs(request: HttpRequest) -> dict:
    """The way down to the page.

    Args:
        request: Any request.

    Returns:
        `crumbs`, a list of `common.seo.Crumb`.
    """
    return {"crumbs": SimpleLazyObject(lambda: crumbs_for(request))}


def untranslated(request: HttpRequest) -> dict:
    """The notice that the page does not exist in the language the reader asked for.

    Args:
        request: Any request.

    Returns:
        `untranslated`, a dictionary with `text`, `url`, `label`, `lang` and `dir`, or an empty one.
    """
    return {"untranslated": untranslated_notice(request)}


def reading(request: HttpRequest) -> dict:
    """All of them in one entry of the settings.

    Args:
        request: Any request.

    Returns:
        `head`, `languages`, `crumbs` and `untranslated`.
    """
    return head(request) | languages(request) | crumbs(request) | untranslated(request)
