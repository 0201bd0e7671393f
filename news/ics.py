"""Calendars as iCalendar files (RFC 5545): lines, folding, escaping."""

import datetime
import re
from dataclasses import dataclass, field

__all__ = ["Event", "calendar"]

OCTETS = 75
PRODUCT = "-//Alliance of Cities and Regions for Roma Inclusion//News//EN"
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
LANGUAGE = re.compile(r"[A-Za-z0-9-]+")
# A calendar must hold something; one without events names the zone of the site.
ZONE = (
    "BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip


@dataclass(frozen=True)
class Event:
    """Something that takes one or more whole days; ``last`` is the last of them."""

    identity: str
    title: str
    first: datetime.date
    last: datetime.date
    stamp: datetime.datetime
    created: datetime.datetime
    description: str = ""
    place: str = ""
    url: str = ""
    categories: list[str] = field(default_factory=list)


def calendar(title, language, url, events):
    """Return a calendar, in bytes.

    Args:
        title: its name.
        language: the language of all its words.
        url: its own address.
        events: Events, in any order.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(title)}",
        f"X-WR-CALNAME:{_text(title)}",
        f"SOURCE;VALUE=URI:{_uri(url)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
    ]
    for event in events:
        lines += _event(event, language)
    lines += [*(() if events else ZONE), "END:VCALENDAR"]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(event, language):
    after = max(event.first, event.last) + datetime.timedelta(days=1)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_text(event.identity)}",
        f"DTSTAMP:{_moment(event.stamp)}",
        f"CREATED:{_moment(event.created)}",
        f"LAST-MODIFIED:{_moment(event.stamp)}",
        f"DTSTART;VALUE=DATE:{_day(event.first)}",
        f"DTEND;VALUE=DATE:{_day(after)}",
        _worded("SUMMARY", event.title, language),
        _worded("DESCRIPTION", event.description, language),
        _worded("LOCATION", event.place, language),
        f"URL:{_uri(event.url)}" if event.url else "",
        _listed("CATEGORIES", event.categories, language),
        "TRANSP:TRANSPARENT",
        "CLASS:PUBLIC",
        "STATUS:CONFIRMED",
        "END:VEVENT",
    ]
    return [line for line in lines if line]


def _worded(name, words, language):
    return f"{name}{_tongue(language)}:{_text(words)}" if words else ""


def _listed(name, words, language):
    return f"{name}{_tongue(language)}:{','.join(_text(word) for word in words)}" if words else ""


def _tongue(language):
    return f";LANGUAGE={language}" if LANGUAGE.fullmatch(language) else ""


def _day(date):
    return f"{date.year:04d}{date.month:02d}{date.day:02d}"


def _moment(moment):
    utc = moment.astimezone(datetime.UTC)
    return f"{_day(utc)}T{utc:%H%M%S}Z"


def _uri(url):
    return CONTROL.sub("", url).replace("\n", "").replace("\r", "").replace(" ", "%20")


def _text(words):
    plain = CONTROL.sub("", words.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n"))
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def _folded(line):
    """A line in pieces of at most 75 octets, cut between characters; each further piece begins with a space."""
    pieces, room = [""], OCTETS
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append(" ")
            room = OCTETS - 1
        pieces[-1] += letter
        room -= size
    return "\r\n".join(pieces)
