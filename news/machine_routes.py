"""What a list of news answers below its own address, for readers' programs: feeds, a calendar, and the list of both."""

from dataclasses import dataclass

from django.http import Http404

from news import event_calendar, feeds, feeds_page
from news.feed_links import CALENDAR, FEEDS, FEEDS_PAGE
from news.feed_topics import KINDS, topic_at

__all__ = ["Address", "answer", "find"]

WITH_TOPIC = 3


@dataclass(frozen=True)
class Address:
    """What was asked for, and of which topic."""

    name: str
    kind: str = ""
    slug: str = ""


def find(parts):
    """Return what an address below a list of news asks for, or None where it is not for this module.

    Args:
        parts: the parts of the path below the list.
    """
    if not parts or parts[-1] not in {*FEEDS, CALENDAR, FEEDS_PAGE}:
        return None
    if len(parts) == 1:
        return Address(parts[0])
    if len(parts) == WITH_TOPIC and parts[0] in KINDS and parts[2] != FEEDS_PAGE:
        return Address(parts[2], parts[0], parts[1])
    return None


def answer(index, request, address):
    """Answer with a feed, a calendar or the page that lists them.

    Args:
        index: the list of news.
        request: the request being answered.
        address: what ``find`` gave.

    Raises:
        Http404: if the language has no such topic.
    """
    topic = topic_at(index, address.kind, address.slug) if address.kind else None
    if address.kind and topic is None:
        raise Http404
    if address.name == CALENDAR:
        return event_calendar.respond(index, request, topic)
    if address.name == FEEDS_PAGE:
        return feeds_page.respond(index, request)
    return feeds.respond(index, request, address.name, topic)
