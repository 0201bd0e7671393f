"""The three formats of a feed: RSS 2.0, Atom 1.0 and JSON Feed 1.1, all with the whole text of each story."""

import datetime
import json
import re
from dataclasses import dataclass, field

from django.utils import feedgenerator
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, rfc3339_date
from django.utils.html import escape

__all__ = ["Channel", "Enclosure", "Entry", "atom", "clean", "json_feed", "rss"]

# XML 1.0 cannot hold these characters, however they are written.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
BLANK = re.compile(r"\s+")


@dataclass(frozen=True)
class Enclosure:
    """The picture of a story as a file."""

    url: str
    length: int
    mime: str


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
    picture: Enclosure | None = None
    categories: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Channel:
    """A feed; all addresses are absolute. ``identity`` stays when they change."""

    identity: str
    title: str
    description: str
    home: str
    url: str
    language: str
    author: str
    updated: datetime.datetime
    entries: list[Entry]


class _Dated:
    """A feed that is as old as its newest story, not as the moment at which it is asked for."""

    def latest_post_date(self):
        """Return when the feed changed last."""
        return self.feed["changed"]


class WholeRss(_Dated, Rss201rev2Feed):
    """RSS 2.0 with the whole text of each story in ``content:encoded``."""

    def rss_attributes(self):
        """Add the namespaces of the whole text and of its authors."""
        names = {
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        }
        return {**super().rss_attributes(), **names}

    def add_item_elements(self, handler, item):
        """Write one story.

        Args:
            handler: the XML writer.
            item: the story as ``add_item`` keeps it.
        """
        super().add_item_elements(handler, item)
        for name in item["writers"]:
            handler.addQuickElement("dc:creator", name)
        handler.addQuickElement("atom:updated", rfc3339_date(item["updateddate"]))
        handler.addQuickElement("content:encoded", item["whole"])


class WholeAtom(_Dated, Atom1Feed):
    """Atom 1.0 with the whole text of each story in ``content``."""

    def add_item_elements(self, handler, item):
        """Write one story.

        Args:
            handler: the XML writer.
            item: the story as ``add_item`` keeps it.
        """
        super().add_item_elements(handler, item)
        for name in item["writers"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")
        handler.addQuickElement("content", item["whole"], {"type": "html"})


def clean(text):
    """Return a text without characters that XML cannot hold."""
    return CONTROL.sub("", text)


def _line(text):
    """A title or a name: one line, never empty, since a reader's program must show something."""
    return BLANK.sub(" ", clean(text)).strip() or "…"


def rss(channel):
    """Return a channel as RSS 2.0, in bytes."""
    return _xml(WholeRss, channel)


def atom(channel):
    """Return a channel as Atom 1.0, in bytes."""
    return _xml(WholeAtom, channel)


def _xml(generator, channel):
    feed = generator(
        title=_line(channel.title),
        link=channel.home,
        description=clean(channel.description),
        language=channel.language,
        author_name=_line(channel.author),
        feed_url=channel.url,
        feed_guid=channel.identity,
        changed=channel.updated,
    )
    for entry in channel.entries:
        feed.add_item(**_item(entry))
    return feed.writeString("utf-8").encode()


def _item(entry):
    picture = entry.picture
    return {
        "title": _line(entry.title),
        "link": entry.url,
        "description": escape(clean(entry.summary)),
        "unique_id": entry.identity,
        "unique_id_is_permalink": False,
        "pubdate": entry.published,
        "updateddate": entry.updated,
        "categories": [_line(name) for name in entry.categories],
        "enclosures": [feedgenerator.Enclosure(picture.url, str(picture.length), picture.mime)] if picture else [],
        "writers": [_line(name) for name in entry.authors],
        "whole": clean(entry.content),
    }


def json_feed(channel):
    """Return a channel as JSON Feed 1.1, in bytes."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _line(channel.title),
        "description": clean(channel.description),
        "home_page_url": channel.home,
        "feed_url": channel.url,
        "language": channel.language,
        "authors": [{"name": _line(channel.author)}],
        "items": [_json_item(entry) for entry in channel.entries],
    }
    return json.dumps(data, ensure_ascii=False).encode()


def _json_item(entry):
    item = {
        "id": entry.identity,
        "url": entry.url,
        "title": _line(entry.title),
        "summary": clean(entry.summary),
        "content_html": clean(entry.content),
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "authors": [{"name": _line(name)} for name in entry.authors],
        "tags": [_line(name) for name in entry.categories],
        **_json_picture(entry.picture),
    }
    return {name: value for name, value in item.items() if value or name == "content_html"}


def _json_picture(picture):
    if picture is None:
        return {}
    file = {"url": picture.url, "mime_type": picture.mime}
    size = {"size_in_bytes": picture.length} if picture.length else {}
    return {"image": picture.url, "attachments": [file | size]}
