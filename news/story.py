"""What a story's page shows beside the story's own fields."""

import datetime
import math
from dataclasses import dataclass, field
from pathlib import PurePath
from urllib.parse import urlencode

from django.urls import reverse

from blocks.addresses import host_of, safe_address
from common.localization import language_of
from news.event_days import event_days
from news.items import Link, address, news_address, theme_url
from news.labels import NoteKind
from news.sharing import share_links
from news.story_links import joined
from news.stream import quotes_in
from people.queries import person_lines

__all__ = ["About", "Attachment", "Neighbour", "Note", "Story", "reading_minutes", "sources_of", "story"]

WORDS_A_MINUTE = 200
RELATED = 4
TRUE = {"1", "t", "true"}


@dataclass(frozen=True)
class About:
    """A city or region that a story is about."""

    name: str
    url: str
    summary: str
    local_name: str
    local_language: str
    country: str


@dataclass(frozen=True)
class Neighbour:
    """The story before or after, by date."""

    title: str
    url: str
    date: datetime.date
    precision: str


@dataclass(frozen=True)
class Note:
    """What changed in a story after it was published."""

    label: str
    is_correction: bool
    date: datetime.date
    text: str


@dataclass(frozen=True)
class Attachment:
    """A document that goes with a story."""

    title: str
    url: str
    kind: str
    size: int
    language: str


@dataclass
class Story:
    """Everything that a story's page shows beside the story's own fields."""

    kind_label: str
    kind_url: str
    news_url: str
    minutes: int
    public: bool = True
    themes: list[Link] = field(default_factory=list)
    members: list[About] = field(default_factory=list)
    countries: list[Link] = field(default_factory=list)
    tags: list[Link] = field(default_factory=list)
    sources: list[Link] = field(default_factory=list)
    shares: list[tuple[str, str]] = field(default_factory=list)
    event: tuple[datetime.date, ...] = ()
    persons: list = field(default_factory=list)
    authors: list[Link] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    related: list[Neighbour] = field(default_factory=list)
    suggested: list[tuple[int, Neighbour]] = field(default_factory=list)
    previous: Neighbour | None = None
    next: Neighbour | None = None

    @property
    def topics(self):
        """Themes and tags as the list of tags takes them."""
        return [(topic.title, topic.url) for topic in (*self.themes, *self.tags)]


def story(page, request):
    """Return what a story shows beside its own fields: one query for all that it is joined to.

    Args:
        page: the story, perhaps a draft that is previewed.
        request: a preview takes the joined rows from the draft instead of the database.
    """
    index = news_address(page.url_path, page.locale_id) if page.url_path else ""
    found = Story(
        kind_label=page.get_kind_display(),
        kind_url=f"{index}?kind={page.kind}",
        news_url=index,
        minutes=reading_minutes(page),
        public=page.live and not getattr(request, "is_preview", False),
        sources=sources_of(page),
        shares=share_links(page.title, page.full_url) if page.full_url else [],
        event=event_days(page),
        authors=[Link(name.strip()) for name in page.authors.split(",") if name.strip()],
    )
    for row in joined(page, getattr(request, "is_preview", False)):
        _take(found, page.locale_id, row)
    _name_persons(found, page)
    found.notes.sort(key=lambda note: note.date, reverse=True)
    _suggest(found)
    return found


def _name_persons(found, page):
    asked, found.persons = found.persons, []
    if not asked:
        return
    known = person_lines([(pk, page.date, page.date_precision) for pk, _wrote in asked], language_of(page))
    wrote = {pk for pk, is_author in asked if is_author}
    for (pk, _wrote), line in zip(asked, known, strict=False):
        if pk in wrote:
            found.authors.append(Link(line.name, line.url))
        else:
            found.persons.append(line)


def _suggest(found):
    """Fill up what the editor pinned with what is closest, among equals the newest."""
    found.suggested.sort(key=lambda pair: (pair[0], -pair[1].date.toordinal()))
    for _closeness, story in found.suggested:
        if story not in found.related and len(found.related) < RELATED:
            found.related.append(story)


def reading_minutes(page):
    """Return how many minutes it takes to read a story, at least one."""
    texts = [page.summary, *(text for block in page.body for text in block.block.get_searchable_content(block.value))]
    return max(1, math.ceil(sum(len(text.split()) for text in texts) / WORDS_A_MINUTE))


def sources_of(page):
    """Return on what a story rests: its own source and those of its quotations, each once.

    Args:
        page: the story.

    Returns:
        Links; what is no address, such as the name of a newspaper, has none.
    """
    quoted = [quote.get("source") for quote in quotes_in(page)]
    named = dict.fromkeys(str(source) for source in (page.source_url, *quoted) if source)
    return [Link(host_of(source) or source, safe_address(source) or "") for source in named]


def _take(found, locale_id, row):
    kind, order, *words = row
    if kind in ("previous", "next"):
        setattr(found, kind, _neighbour_of(words, locale_id))
    elif kind == "suggested":
        found.suggested.append((order, _neighbour_of(words, locale_id)))
    else:
        LISTS[kind](found, words, locale_id)


def _take_theme(found, words, _locale_id):
    found.themes.append(Link(words[0], theme_url(found.news_url, words[1])))


def _country_of(found, code):
    """A country has a page of its own once one of its stories is public; the list narrowed to it is always there."""
    slug = code.lower()
    return Link(code, f"{found.news_url}country/{slug}/" if found.public else _narrowed(found, country=slug))


def _narrowed(found, **filters):
    return f"{found.news_url}?{urlencode(filters)}"


def _take_member(found, words, locale_id):
    found.members.append(About(words[0], address(words[1], locale_id), *words[2:6]))


def _take_person(found, words, _locale_id):
    found.persons.append((int(words[0]), words[1].lower() in TRUE))


def _neighbour_of(words, locale_id):
    title, url_path, date, precision = words[:4]
    return Neighbour(title, address(url_path, locale_id), datetime.date.fromisoformat(date), precision)


def _note_of(words):
    kind, date, text = words[:3]
    label = str(NoteKind(kind).label)
    return Note(label, kind == NoteKind.CORRECTION, datetime.date.fromisoformat(date[:10]), text)


def _attachment_of(words):
    title, own_title, key, file, size, language = words
    path = PurePath(file)
    url = reverse("wagtaildocs_serve", args=(int(key), path.name))
    return Attachment(title or own_title, url, path.suffix.lstrip(".").upper(), int(size or 0), language)


LISTS = {
    "theme": _take_theme,
    "member": _take_member,
    "person": _take_person,
    "country": lambda found, words, _locale_id: found.countries.append(_country_of(found, words[0])),
    "tag": lambda found, words, _locale_id: found.tags.append(Link(words[0], _narrowed(found, tag=words[1]))),
    "pinned": lambda found, words, locale_id: found.related.append(_neighbour_of(words, locale_id)),
    "note": lambda found, words, _locale_id: found.notes.append(_note_of(words)),
    "attachment": lambda found, words, _locale_id: found.attachments.append(_attachment_of(words)),
}
