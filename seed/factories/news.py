"""Lists of news, themes and stories, for demo content and tests."""

import datetime

from django.utils.text import slugify
from wagtail.models import Page

from news.models import (
    NewsIndexPage,
    NewsPage,
    RelatedStory,
    StoryAttachment,
    StoryCountry,
    StoryMember,
    StoryNote,
    StoryPerson,
    StoryTheme,
    Theme,
)
from seed.factories.pages import make_locale

DATE = datetime.date(2018, 11, 14)
JOINED = ("themes", "members", "countries", "tags", "persons", "related", "attachments", "notes")


def paragraph(html="<p>Every level of government has a part to play.</p>"):
    """A paragraph for the body of a story.

    Args:
        html: rich text.
    """
    return {"type": "paragraph", "value": html}


def quotation(text="Roma should be part of the priority-setting process", **fields):
    """A quotation for the body of a story.

    Args:
        text: what was said.
        fields: further parts of the block.
    """
    value = {"text": text, "language": "en", "speaker": "Juliana Hoxha", "role": "Municipal councillor of Tirana"}
    return {"type": "quote", "value": {**value, **fields}}


def make_news_index(home, title="News", *, live=True, **fields):
    """A list of news.

    Args:
        home: the front page above it.
        title: its title; the slug is made from it.
        live: False for a draft.
        fields: further fields of NewsIndexPage.
    """
    return _published(home, NewsIndexPage(title=title, **fields), live)


def make_theme(title="Rights", *, translation_of=None, language="en", **fields):
    """A theme in one language.

    Args:
        title: its title; the slug is made from it.
        translation_of: the theme in another language.
        language: the language of this row.
        fields: further fields of Theme.
    """
    if translation_of:
        fields["translation_key"] = translation_of.translation_key
    fields.setdefault("slug", slugify(title))
    return Theme.objects.create(title=title, locale=make_locale(language), **fields)


def make_story(index, title="A missing paper", *, live=True, **fields):
    """A story with all that it is joined to.

    Args:
        index: the list it stands in.
        title: its title; the slug is made from it.
        live: False for a draft.
        fields: further fields of NewsPage, and ``themes``, ``members``, ``countries``, ``tags``, ``persons``,
            ``related``, ``attachments``, ``notes`` (dictionaries) and ``body`` as lists.
    """
    joined = {name: fields.pop(name, ()) for name in JOINED}
    fields.setdefault("date", DATE)
    fields.setdefault("summary", f"What happened, in short: {title}")
    fields.setdefault("body", [paragraph()])
    page = NewsPage(title=title, **fields)
    page.story_themes = [StoryTheme(theme=theme, sort_order=place) for place, theme in enumerate(joined["themes"])]
    page.story_members = [StoryMember(member=one, sort_order=place) for place, one in enumerate(joined["members"])]
    page.story_countries = [StoryCountry(country=code, sort_order=at) for at, code in enumerate(joined["countries"])]
    page.story_persons = [StoryPerson(person=one, sort_order=place) for place, one in enumerate(joined["persons"])]
    page.related_stories = [RelatedStory(story=one, sort_order=place) for place, one in enumerate(joined["related"])]
    page.story_attachments = [
        StoryAttachment(document=one, sort_order=at, locale_id=index.locale_id)
        for at, one in enumerate(joined["attachments"])
    ]
    page.story_notes = [
        StoryNote(**note, sort_order=at, locale_id=index.locale_id) for at, note in enumerate(joined["notes"])
    ]
    page.tags.add(*joined["tags"])
    return _published(index, page, live)


def _published(parent, page, live):
    parent = Page.objects.get(pk=parent.pk).specific
    page.locale_id, page.live = parent.locale_id, live
    parent.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return type(page).objects.get(pk=page.pk)
