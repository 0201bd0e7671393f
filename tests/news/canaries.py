"""Stories that no reader may see, in English and French, each full of words that stand nowhere else."""

import datetime
from itertools import count

from django.utils import timezone
from wagtail.models import PageViewRestriction

from news.models import NewsPage, RelatedStory, StoryPerson
from news.withdrawal import withdraw
from seed.factories.library import make_document, make_image
from seed.factories.news import make_story, paragraph, quotation
from seed.factories.pages import translate_page
from seed.factories.people import make_quotation

__all__ = ["CANARY", "SHARED", "STATES", "VISIBLE", "plant"]

CANARY, SHARED, VISIBLE = "canary", "zibeline", "Figures under review"
STATES = ("embargo", "scheduled", "private", "withdrawn", "draft", "changed")
PLAIN = ("title", "summary", "place", "authors", "lead_alt", "lead_caption", "source_url")


def words(state, code):
    """The fields of a story that readers would see.

    Args:
        state: one of STATES.
        code: the language.
    """
    mark = f"{CANARY}{state}{code}"
    return {
        "title": f"{mark} title {SHARED}",
        "slug": f"{mark}-slug",
        "summary": f"{mark} summary {SHARED}",
        "place": f"{mark} place",
        "authors": f"{mark} author",
        "lead_alt": f"{mark} alternative",
        "lead_caption": f"{mark} caption",
        "source_url": f"https://example.org/{mark}",
        "body": [paragraph(f"<p>{mark} body {SHARED}</p>"), quotation(f"{mark} said", speaker=f"{mark} speaker")],
    }


def plant(room, person):
    """Plant one story of each state in both languages.

    Args:
        room: the news room.
        person: who stands in each of them.

    Returns:
        State to its English and its French story.
    """
    numbers = count(9001)
    return {state: _story(room, person, state, next(numbers)) for state in STATES}


def _story(room, person, state, number):
    mark = f"{CANARY}{state}"
    said = make_quotation(person, f"{mark} quoted {SHARED}", occasion=f"{mark} occasion", listed=False)
    joined = {
        "themes": [room.rights],
        "members": [room.tirana],
        "persons": [person],
        "countries": ["AL", "MT"],
        "tags": [f"{mark} tag"],
        "attachments": [make_document(f"{mark} document")],
        "notes": [{"kind": "correction", "date": timezone.now(), "text": f"{mark} note", "public": True}],
        "lead_image": make_image(f"{mark} picture", credit=f"{mark} credit"),
        "kind": "prize",
        "event_start": timezone.localdate(),
        "date": timezone.localdate(),
        "legacy_id": number,
    }
    fields = words(state, "en")
    fields["body"] += [{"type": "quotation", "value": said.pk}]
    return HIDE[state](room, {**joined, **fields})


def _held(room, fields):
    story = make_story(room.index, embargo_until=timezone.now() + datetime.timedelta(hours=2), **fields)
    return story, _french(story, "embargo")


def _scheduled(room, fields):
    story = make_story(room.index, live=False, **fields)
    french = _french(story, "scheduled", live=False)
    for page in (story, french):
        page.go_live_at = timezone.now() + datetime.timedelta(hours=2)
        page.save_revision().publish()
    return story, french


def _private(room, fields):
    story = make_story(room.index, **fields)
    french = _french(story, "private")
    PageViewRestriction.objects.create(page=story, restriction_type=PageViewRestriction.LOGIN)
    PageViewRestriction.objects.create(page=french, restriction_type=PageViewRestriction.PASSWORD, password="x")
    return story, french


def _withdrawn(room, fields):
    story = make_story(room.index, **fields)
    pages = story, _french(story, "withdrawn")
    for page in pages:
        withdraw(page, None, VISIBLE)
    return pages


def _draft(room, fields):
    story = make_story(room.index, live=False, **fields)
    return story, _french(story, "draft", live=False)


def _changed(room, fields):
    """A public story whose newest version, not published yet, is another one."""
    story = make_story(room.index, "Plain words", date=datetime.date(2017, 5, 2), slug="plain-words")
    french = translate_page(story, "fr", title="Paroles simples", slug="paroles-simples")
    for page, code in ((story, "en"), (french, "fr")):
        version = page.get_latest_revision_as_object()
        for name in PLAIN:
            setattr(version, name, words("changed", code)[name])
        version.body, version.lead_image = fields["body"], fields["lead_image"]
        version.story_persons = [StoryPerson(person=one) for one in fields["persons"]]
        version.tags.add(*fields["tags"])
        version.save_revision()
    return story, french


def _french(story, state, *, live=True):
    page = translate_page(story, "fr", live=live, **words(state, "fr"))
    page.save_revision()
    return NewsPage.objects.get(pk=page.pk)


HIDE = dict(zip(STATES, (_held, _scheduled, _private, _withdrawn, _draft, _changed), strict=True))


def pinned(hidden):
    """The links by which an editor pins hidden stories to a public one.

    Args:
        hidden: what ``plant`` returned.
    """
    return [RelatedStory(story=pages[0], sort_order=at) for at, pages in enumerate(hidden.values())]
