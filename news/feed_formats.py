"""The three formats of a feed: RSS 2.0, Atom 1.0 and JSON Feed 1.1, all with the whole text of each story."""

import datetime
import json
import re
from dataclasses import dataclass, field

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed

__all__ = ["Channel", "Entry", "atom", "json_feed", "rss"]

# XML 1.0 cannot hold these characters, however they are written.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Entry:
    """One story of a feed; all addresses are absolute."""

    identity: str
    title: str
    url: str
    summary: str
    content: str
    published: datetime.datetime
    updated: datetime.datetime
    image: str = ""
    categories: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Channel:
    """A feed; all addresses are absolute."""

    title: str
    description: str
    home: str
    url: str
    language: str
    author: str
    entries: list[Entry]


class WholeRss(Rss201rev2Feed):
    """RSS 2.0 with the whole text of each story in ``content:encoded``."""

    def rss_attributes(self):
        """Add the namespace of the whole text."""
        return {**super().rss_attributes(), "xmlns:content": "http://purl.org/rss/1.0/modules/content/"}

    def add_item_elements(self, handler, item):
        """Write one story.

        Args:
            handler: the XML writer.
            item: the story as ``add_item`` keeps it.
        """
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["whole"])


class WholeAtom(Atom1Feed):
    """Atom 1.0 with the whole text of each story in ``content``."""

    def add_item_elements(self, handler, item):
        """Write one story.

        Args:
            handler: the XML writer.
            item: the story as ``add_item`` keeps it.
        """
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["whole"], {"type": "html"})


def clean(text):
    """Return a text without characters that XML cannot hold."""
    return CONTROL.sub("", text)


def rss(channel):
    """Return a channel as RSS 2.0, in bytes."""
    return _xml(WholeRss, channel)


def atom(channel):
    """Return a channel as Atom 1.0, in bytes."""
    return _xml(WholeAtom, channel)


def _xml(generator, channel):
    feed = generator(
        title=clean(channel.title),
        link=channel.home,
        description=clean(channel.description),
        language=channel.language,
        author_name=clean(channel.author),
        feed_url=channel.url,
        feed_guid=channel.home,
    )
    for entry in channel.entries:
        feed.add_item(
            title=clean(entry.title),
            link=entry.url,
            description=clean(entry.summary),
            unique_id=entry.identity,
            unique_id_is_permalink=False,
            pubdate=entry.published,
            updateddate=entry.updated,
            categories=[clean(name) for name in entry.categories],
            whole=clean(entry.content),
        )
    return feed.writeString("utf-8").encode()


def json_feed(channel):
    """Return a channel as JSON Feed 1.1, in bytes."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "description": channel.description,
        "home_page_url": channel.home,
        "feed_url": channel.url,
        "language": channel.language,
        "authors": [{"name": channel.author}],
        "items": [_json_item(entry) for entry in channel.entries],
    }
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")


def _json_item(entry):
    item = {
        "id": entry.identity,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "image": entry.image,
        "tags": entry.categories,
    }
    return {name: value for name, value in item.items() if value}
