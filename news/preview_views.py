"""The previews of a story that are not its page: list card, shared link, feed entry, print."""

from django.template.response import TemplateResponse

from news.items import Link
from news.story import story

__all__ = ["VIEWS"]


def _shown(page, request):
    request.page = page
    context = page.get_context(request)
    found = context.get("story") or story(page, request)
    return {**context, "tags": [(theme.title, theme.url) for theme in found.themes if isinstance(theme, Link)]}


def card(page, request):
    """Answer with the story as lists show it."""
    return TemplateResponse(request, "news/previews/card.html", _shown(page, request))


def social(page, request):
    """Answer with the story as networks show a link to it."""
    return TemplateResponse(request, "news/previews/social.html", _shown(page, request))


def feed(page, request):
    """Answer with the story as feed readers show it."""
    return TemplateResponse(request, "news/previews/feed.html", _shown(page, request))


def printed(page, request):
    """Answer with the story as it stands on paper."""
    return TemplateResponse(request, "news/previews/print.html", _shown(page, request))


VIEWS = {"card": card, "social": social, "feed": feed, "print": printed}
