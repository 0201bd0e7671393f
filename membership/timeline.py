"""The line of time of one member: what its record says, stories, events and quotations, each linking on."""

import datetime
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.text import Truncator
from django.utils.translation import pgettext

from blocks.quote import MARKS as MARKS_AROUND
from common.addresses import path_of
from common.localization import everyones
from membership.choices import SILENT, Event
from membership.lines import deed, happened
from membership.states import moment
from people.offices import held_on
from people.queries import Reading, quotations_by
from people.shown import quote_of

__all__ = ["SHOWN_STORIES", "Step", "host_of", "timeline_of"]

SHOWN_STORIES, QUOTED = 40, 220
# On a day of its own a line of the record comes before what was written about it.
LAST = 10_000
MARKS = {Event.PARTICIPANT: "joined", Event.PRIZE: "won"}


@dataclass(frozen=True)
class Step:
    """A point of the timeline."""

    mark: str
    deed: str
    heading: str
    note: str
    date: datetime.date | None
    precision: str
    url: str = ""
    language: str = ""
    source_url: str = ""
    source_name: str = ""
    until: datetime.date | None = None


def timeline_of(page, lines, leaders, language):
    """Return what happened, the earliest first; what has no date comes before all else.

    Args:
        page: a MemberPage.
        lines: the lines of its record.
        leaders: Leaders of the authority.
        language: the language code of the page.

    Returns:
        A list of Step. Two queries at most: the stories, and the quotations where there are leaders.
    """
    found = [(moment(line), _of_line(line, page.title)) for line in lines if line.kind not in SILENT]
    found += [(_place(story), _of_story(story)) for story in stories_about(page)]
    found += [(_place(row), _of_quotation(row, known, language)) for row, known in _quotations(leaders, language)]
    return [step for _key, step in sorted(found, key=lambda pair: pair[0])]


def stories_about(page):
    """Return the newest stories about a member, in the language of its page.

    Args:
        page: a MemberPage.

    Returns:
        A list of story pages; at most SHOWN_STORIES. One query.
    """
    link = page._meta.get_field("story_links").related_model
    links = link.objects.filter(member__translation_key=page.translation_key, page__locale_id=page.locale_id)
    stories = everyones(link._meta.get_field("page").related_model.objects.filter(pk__in=links.values("page")))
    return list(stories.select_related("locale").defer("body").order_by("-date", "-pk")[:SHOWN_STORIES])


def host_of(url):
    """Return the name of the site that an address leads to.

    Args:
        url: an address of the web.
    """
    return (urlsplit(url).hostname or url).removeprefix("www.")


def _place(item):
    return ((getattr(item, "event_start", None) or item.date) or datetime.date.min, LAST)


def _quotations(leaders, language):
    """What the leaders said on a day on which they held an office of this authority, with what is known of them."""
    known = {leader.known.key: leader.known for leader in leaders}
    rows = quotations_by(known, language) if known else []
    return [(row, known[row.person_key]) for row in rows if row.date and _spoke_for_it(row, leaders)]


def _spoke_for_it(row, leaders):
    leader = next(leader for leader in leaders if leader.known.key == row.person_key)
    office = held_on(leader.known.offices, row.date, row.precision)
    return office is None or leader.given or office in leader.offices


def _of_line(line, name):
    return Step(
        mark=MARKS.get(line.kind, ""),
        deed=deed(line.kind),
        heading=happened(line, name),
        note=line.note,
        date=line.date,
        precision=line.precision,
        source_url=line.source_url,
        source_name=host_of(line.source_url),
    )


def _of_story(story):
    start = getattr(story, "event_start", None)
    return Step(
        mark="told",
        deed=pgettext("timeline", "event") if start else pgettext("timeline", "reported"),
        heading=story.title,
        note=story.summary,
        date=start or story.date,
        precision="day" if start else story.date_precision,
        url=path_of(story),
        until=getattr(story, "event_end", None) if start else None,
    )


def _of_quotation(row, known, language):
    said = quote_of(Reading(row, known, language))
    words, own = (said["translation"], True) if said["translation"] else (said["text"], row.language == language)
    speaker = ", ".join(part for part in (said["speaker"], said["role"]) if part)
    return Step(
        mark="said",
        deed=pgettext("timeline", "quoted"),
        heading=Truncator(words.strip(MARKS_AROUND)).chars(QUOTED),
        note=speaker,
        date=row.date,
        precision=row.precision,
        url=said["speaker_url"],
        language="" if own else row.language,
        source_url=row.source_url,
        source_name=host_of(row.source_url),
    )
