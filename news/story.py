"""What a story's page shows beside the story's own fields, read in one query."""

import datetime
import math
from dataclasses import dataclass, field

from django.apps import apps
from django.db.models import CharField, IntegerField, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast

from blocks.addresses import host_of, safe_address
from common.localization import everyones
from news.items import Link, address, news_address, public_stories
from news.sharing import share_links

__all__ = ["About", "Neighbour", "Story", "reading_minutes", "sources_of", "story"]

WORDS_A_MINUTE = 200


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


@dataclass
class Story:
    """Everything that a story's page shows beside the story's own fields."""

    kind_label: str
    kind_url: str
    news_url: str
    minutes: int
    themes: list[Link] = field(default_factory=list)
    members: list[About] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    sources: list[Link] = field(default_factory=list)
    shares: list[tuple[str, str]] = field(default_factory=list)
    previous: Neighbour | None = None
    next: Neighbour | None = None

    @property
    def topics(self):
        """Themes and tags as the list of tags takes them; tags lead nowhere."""
        return [*((theme.title, theme.url) for theme in self.themes), *((name, "") for name in self.tags)]


def story(page, request):
    """Return what a story shows beside its own fields, with one query for all that it is joined to.

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
        sources=sources_of(page),
        shares=share_links(page.title, page.full_url) if page.full_url else [],
    )
    for row in _joined(page, getattr(request, "is_preview", False)):
        _take(found, page.locale_id, row)
    return found


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
    quoted = [block.value.get("source") for block in page.body if block.block_type == "quote"]
    named = dict.fromkeys(str(source) for source in (page.source_url, *quoted) if source)
    return [Link(host_of(source) or source, safe_address(source) or "") for source in named]


def _take(found, locale_id, row):
    kind, _order, *words = row
    match kind:
        case "theme":
            found.themes.append(Link(words[0], f"{found.news_url}?theme={words[1]}"))
        case "member":
            found.members.append(About(words[0], address(words[1], locale_id), *words[2:6]))
        case "country":
            found.countries.append(words[0])
        case "tag":
            found.tags.append(words[0])
        case _:
            setattr(found, kind, _neighbour_of(words, locale_id))


def _neighbour_of(words, locale_id):
    title, url_path, date, precision = words[:4]
    return Neighbour(title, address(url_path, locale_id), datetime.date.fromisoformat(date), precision)


def _joined(page, preview):
    parts = [
        _themes(page, _ids(page, "story_themes", "theme_id", preview)),
        _members(page, _ids(page, "story_members", "member_id", preview)),
        *_neighbours(page),
    ]
    if preview:
        countries = [("country", 0, link.country) for link in page.story_countries.all()]
        tags = [("tag", 0, tag.name) for tag in page.tags.all()]
        return [*parts[0].union(*parts[1:], all=True), *countries, *tags]
    countries = apps.get_model("news", "StoryCountry").objects.filter(page_id=page.pk)
    tags = apps.get_model("news", "StoryTag").objects.filter(content_object_id=page.pk)
    parts += [
        countries.order_by().values_list(*_row("country", "sort_order", "country")),
        tags.order_by().values_list(*_row("tag", "pk", "tag__name")),
    ]
    return sorted(parts[0].union(*parts[1:], all=True), key=lambda row: (row[0], row[1] or 0))


def _ids(page, relation, name, preview):
    links = getattr(page, relation).all()
    return [getattr(link, name) for link in links] if preview else getattr(page, relation).order_by().values(name)


def _row(kind, order, *columns):
    """Seven columns of the same types, so that rows of different models join in one query."""
    words = [*columns, *[Value("")] * (6 - len(columns))]
    return (_text(Value(kind)), Cast(order, IntegerField()), *(_text(word) for word in words))


def _text(value):
    return Cast(value, CharField(max_length=500))


def _themes(page, ids):
    model = apps.get_model("news", "Theme")
    keys = model.objects.filter(pk__in=ids).values("translation_key")
    themes = model.objects.filter(locale_id=page.locale_id, translation_key__in=keys)
    return themes.order_by().values_list(*_row("theme", _place(page, "StoryTheme", "theme"), "title", "slug"))


def _members(page, ids):
    model = apps.get_model("membership", "MemberPage")
    keys = model.objects.filter(pk__in=ids).values("translation_key")
    members = everyones(model.objects.filter(locale_id=page.locale_id, translation_key__in=keys))
    columns = ("title", "url_path", "summary", "local_name", "local_language", "country")
    return members.order_by().values_list(*_row("member", _place(page, "StoryMember", "member"), *columns))


def _place(page, model, name):
    """The order in which the editor put the joined rows."""
    links = apps.get_model("news", model).objects.filter(
        **{"page_id": page.pk, f"{name}__translation_key": OuterRef("translation_key")}
    )
    return Subquery(links.values("sort_order")[:1])


def _neighbours(page):
    if not page.date or not page.path:
        return []
    siblings = public_stories(page.locale_id).filter(path__startswith=page.path[: -page.steplen], depth=page.depth)
    earlier = siblings.filter(_before(page)).order_by("-date", "-pk")
    later = siblings.filter(_after(page)).order_by("date", "pk")
    return [_neighbour("previous", earlier), _neighbour("next", later)]


def _before(page):
    return Q(date__lt=page.date) | Q(date=page.date, pk__lt=page.pk)


def _after(page):
    return Q(date__gt=page.date) | Q(date=page.date, pk__gt=page.pk)


def _neighbour(kind, stories):
    one = apps.get_model("news", "NewsPage").objects.filter(pk__in=stories.values("pk")[:1])
    return one.order_by().values_list(*_row(kind, Value(0), "title", "url_path", "date", "date_precision"))
