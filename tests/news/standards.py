"""What makes a feed or a calendar valid, as the standards say it: RSS 2.0, Atom 1.0, JSON Feed 1.1, iCalendar."""

import datetime
import json
import re
from email.utils import parsedate_to_datetime
from pathlib import Path

import feedparser
import jsonschema
import lxml.html
from lxml import etree

SCHEMA = Path(__file__).parent / "schema"
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
RSS_DATE = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})")
WHOLE = re.compile(r"(?:https?://[^/]|mailto:|tel:)")
ADDRESSES = ("href", "src", "srcset", "poster")
WIDGETS = {"script", "style", "svg", "button", "form", "iframe", "input", "object", "details", "video", "picture"}
CHANNEL_ONCE = {"title", "link", "description", "language", "lastBuildDate", "copyright", "generator", "image", "ttl"}
ITEM_ONCE = {"title", "link", "description", "author", "comments", "enclosure", "guid", "pubDate", "source"}


def check_atom(content):
    """Return the entries of an Atom feed after holding it against its grammar and the rules beside the grammar."""
    root = etree.fromstring(content)
    grammar = etree.RelaxNG(etree.parse(SCHEMA / "atom.rng"))
    assert grammar.validate(root), grammar.error_log
    assert root.findall(f"{ATOM}author")
    links = [link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert len(links) == 1
    entries = root.findall(f"{ATOM}entry")
    ids = [root.findtext(f"{ATOM}id"), *(entry.findtext(f"{ATOM}id") for entry in entries)]
    assert len(ids) == len(set(ids))
    for entry in entries:
        assert [link for link in entry.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
        check_markup(entry.findtext(f"{ATOM}content"))
    _check_reader(content, "application/atom+xml")
    return entries


def check_rss(content):
    """Return the items of an RSS feed after holding it against the specification of RSS 2.0."""
    root = etree.fromstring(content)
    assert (root.tag, root.get("version"), len(root)) == ("rss", "2.0", 1)
    channel = root[0]
    assert channel.tag == "channel"
    _check_once(channel, CHANNEL_ONCE, {"title", "link", "description", "language"})
    assert RSS_DATE.fullmatch(channel.findtext("lastBuildDate"))
    assert [link.get("rel") for link in channel.findall(f"{ATOM}link")] == ["self"]
    items = channel.findall("item")
    for item in items:
        _check_item(item)
    guids = [item.findtext("guid") for item in items]
    assert len(guids) == len(set(guids))
    _check_reader(content, "application/rss+xml")
    return items


def _check_once(element, once, needed):
    plain = [child.tag for child in element if child.tag in once]
    assert len(plain) == len(set(plain))
    assert needed <= set(plain)
    assert all((element.findtext(name) or "").strip() for name in needed - {"description"})
    assert element.findtext("link").startswith("http")


def _check_item(item):
    _check_once(item, ITEM_ONCE, {"title", "link", "description", "guid", "pubDate"})
    assert item.find("guid").get("isPermaLink") == "false"
    assert RSS_DATE.fullmatch(item.findtext("pubDate"))
    assert parsedate_to_datetime(item.findtext("pubDate"))
    for enclosure in item.findall("enclosure"):
        assert set(enclosure.keys()) == {"url", "length", "type"}
        assert enclosure.get("url").startswith("http")
        assert enclosure.get("length").isdecimal()
        assert re.fullmatch(r"image/[a-z]+", enclosure.get("type"))
    check_markup(item.findtext(CONTENT))


def check_json(content):
    """Return the items of a JSON feed after holding it against its schema."""
    feed = json.loads(content)
    schema = json.loads((SCHEMA / "json_feed.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(feed)
    ids = [item["id"] for item in feed["items"]]
    assert len(ids) == len(set(ids))
    for item in feed["items"]:
        check_markup(item["content_html"])
    return feed["items"]


def check_markup(markup):
    """Make sure that the text of a story is what a reader's program can show."""
    for element in lxml.html.fragment_fromstring(markup, create_parent="div").iter():
        assert element.tag not in WIDGETS
        assert not [name for name in element.attrib if name.startswith("on") or name == "style"]
        assert all(WHOLE.match(element.get(name)) for name in ADDRESSES if element.get(name) is not None)


def _check_reader(content, media_type):
    feed = feedparser.parse(content, response_headers={"content-type": f"{media_type}; charset=utf-8"})
    assert not feed.bozo, feed.get("bozo_exception")


CHECKS = {"feed.rss": check_rss, "feed.atom": check_atom, "feed.json": check_json}

# RFC 5545, section 3.1: name, parameters whose values hold no quotation marks, value.
PARAMETER = r';[A-Z0-9-]+=(?:[^"\x00-\x08\x0a-\x1f\x7f;:,]*|"[^"\x00-\x1f\x7f]*")'
LINE = re.compile(rf"([A-Z0-9-]+)((?:{PARAMETER})*):(.*)", re.DOTALL)
UTC = re.compile(r"\d{8}T\d{6}Z")
DAY = re.compile(r"\d{8}")
ESCAPED = re.compile(r"(?:\\[\\;,nN]|[^\\;,])*")
TEXTS = ("SUMMARY", "DESCRIPTION", "LOCATION")
EVENT_ONCE = {
    "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "URL", "TRANSP", "CLASS", "STATUS",
    "CREATED", "LAST-MODIFIED",
}  # fmt: skip


def check_calendar(content):
    """Return the events of a calendar as dictionaries, after holding it against RFC 5545 line by line."""
    assert content.endswith(b"END:VCALENDAR\r\n")
    raw = content.split(b"\r\n")[:-1]
    for line in raw:
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line
        line.decode()
    lines = [LINE.fullmatch(line) for line in content.decode().replace("\r\n ", "").split("\r\n")[:-1]]
    assert all(lines)
    parts = [(found[1], _parameters(found[2]), found[3]) for found in lines]
    assert parts[0] == ("BEGIN", {}, "VCALENDAR")
    names = [name for name, _given, _value in parts]
    assert (names.count("PRODID"), names.count("VERSION")) == (1, 1)
    assert any(name == "BEGIN" and value in {"VEVENT", "VTIMEZONE"} for name, _given, value in parts)
    return list(_events(parts))


def _parameters(text):
    return dict(pair.split("=", 1) for pair in text.split(";") if pair)


def _events(parts):
    stack, event = [], []
    for name, given, value in parts:
        if name == "BEGIN":
            stack.append(value)
            event = [] if value == "VEVENT" else event
        elif name == "END":
            assert stack.pop() == value
            if value == "VEVENT":
                yield _checked(event)
        elif stack[-1] == "VEVENT":
            event.append((name, given, value))
    assert stack == []


def _checked(event):
    names = [name for name, _given, _value in event]
    assert {"UID", "DTSTAMP", "DTSTART"} <= set(names)
    assert not [name for name in EVENT_ONCE if names.count(name) > 1]
    found = {name: (given, value) for name, given, value in event}
    assert UTC.fullmatch(found["DTSTAMP"][1])
    for name in TEXTS:
        if name in found:
            assert ESCAPED.fullmatch(found[name][1]), found[name][1]
            assert found[name][0].get("LANGUAGE")
    first, after = (_day(*found[name]) for name in ("DTSTART", "DTEND"))
    assert first < after
    return {name: value for name, (_given, value) in found.items()} | {"first": first, "after": after, "given": found}


def _day(given, value):
    assert given == {"VALUE": "DATE"}
    assert DAY.fullmatch(value)
    return datetime.datetime.strptime(value, "%Y%m%d").replace(tzinfo=datetime.UTC).date()
