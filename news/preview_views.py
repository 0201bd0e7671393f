"""The previews of a story that are not its page: list card, shared link, feed entry, print."""

from django.template.response import TemplateResponse

from common.addresses import absolute
from news.feed_content import enclosure, whole_text
from news.feeds import pictures_of
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
    """Answer with what feeds carry of the story, as a program for feeds would show it."""
    context = _shown(page, request)
    found, pictures = context["story"], pictures_of([page])
    picture = enclosure(pictures["wide"].get(page.lead_image_id), absolute("/"))
    notes = [(note.label, note.date, note.text) for note in found.notes]
    files = [(absolute(one.url), one.title) for one in found.attachments]
    context["carried"] = whole_text(page, picture, pictures, notes, files)
    return TemplateResponse(request, "news/previews/feed.html", context)


def printed(page, request):
    """Answer with the story as it stands on paper."""
    return TemplateResponse(request, "news/previews/print.html", _shown(page, request))


VIEWS = {"card": card, "social": social, "feed": feed, "print": printed}
