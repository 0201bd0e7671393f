"""Generated stories, written in bulk: as many as a measurement needs, all with the same shape."""

import datetime
import json
import uuid

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.sql import InsertQuery
from django.utils import timezone
from taggit.models import Tag
from wagtail.models import Page

from common.stamp import renew
from news.labels import StoryKind
from news.models import NewsIndexPage, NewsPage, StoryCountry, StoryTag, StoryTheme, Theme
from news.publishing import rebuild

__all__ = ["THEMES", "plant"]

THEMES = 20
TAGS = 200
COUNTRIES = ("AL", "AT", "BE", "BG", "DE", "ES", "FR", "GR", "HU", "IT", "PL", "PT", "RO", "SK", "UA")
FIRST, DAYS = datetime.date(2013, 3, 20), 4900
BATCH = 2000
WORDS = "Every level of government has a part to play when a town takes in its citizens as equals. "


def plant(number):
    """Write stories below the English list of news, then the index; the same stories for the same number.

    Args:
        number: how many.
    """
    index = NewsIndexPage.objects.get(locale__language_code="en")
    with transaction.atomic():
        themes = _themes(index.locale)
        tags = Tag.objects.bulk_create(Tag(name=f"Tag {each}", slug=f"tag-{each}") for each in range(TAGS))
        for start in range(0, number, BATCH):
            _plant(index, range(start, min(start + BATCH, number)), number, themes, tags)
        NewsIndexPage.objects.filter(pk=index.pk).update(numchild=number)
        rebuild()
        renew()


def _themes(locale):
    return Theme.objects.bulk_create(
        Theme(title=f"Theme {each}", slug=f"theme-{each}", locale=locale) for each in range(THEMES)
    )


def _plant(index, places, number, themes, tags):
    stories = [_story(index, place, number) for place in places]
    pages = Page.objects.bulk_create(_page_of(story) for story in stories)
    for story, page in zip(stories, pages, strict=True):
        story.page_ptr_id = page.pk
    query = InsertQuery(NewsPage)
    for start in range(0, len(stories), 20):
        query = InsertQuery(NewsPage)
        query.insert_values(NewsPage._meta.local_concrete_fields, stories[start : start + 20], raw=False)
        query.get_compiler("default").execute_sql()
    numbered = list(zip(places, (page.pk for page in pages), strict=True))
    StoryTheme.objects.bulk_create(
        StoryTheme(page_id=pk, theme=themes[(place + step) % THEMES], sort_order=step)
        for place, pk in numbered
        for step in range(2)
    )
    StoryCountry.objects.bulk_create(StoryCountry(page_id=pk, country=_country(place)) for place, pk in numbered)
    StoryTag.objects.bulk_create(StoryTag(content_object_id=pk, tag=tags[place * 7 % TAGS]) for place, pk in numbered)


def _country(place):
    """Every third story is about Germany, so that a page of a theme and that country is full at any size."""
    return COUNTRIES[place // 7 % len(COUNTRIES)] if place % 3 else "DE"


def _story(index, place, number):
    day = FIRST + datetime.timedelta(days=place * DAYS // number)
    moment = datetime.datetime.combine(day, datetime.time(12), tzinfo=datetime.UTC)
    return NewsPage(
        title=f"Story {place}: a town takes in its citizens as equals",
        slug=f"story-{place}",
        path=Page._get_path(index.path, index.depth + 1, place + 1),
        depth=index.depth + 1,
        url_path=f"{index.url_path}story-{place}/",
        locale_id=index.locale_id,
        translation_key=uuid.uuid4(),
        content_type=ContentType.objects.get_for_model(NewsPage),
        live=True,
        first_published_at=moment,
        last_published_at=timezone.now(),
        summary=WORDS,
        date=day,
        place="Innsbruck, Austria",
        kind=StoryKind.values[place % len(StoryKind.values)],
        body=json.dumps(_body()),
    )


def _body():
    paragraph = {"type": "paragraph", "value": f"<p>{WORDS * 4}</p>"}
    heading = {"type": "heading", "value": {"text": "What comes next", "level": "2"}}
    blocks = [paragraph, heading, *[paragraph] * 5]
    return [{**block, "id": str(uuid.uuid4())} for block in blocks]


def _page_of(story):
    names = [field.attname for field in Page._meta.concrete_fields if field.attname != "id"]
    return Page(**{name: getattr(story, name) for name in names})
