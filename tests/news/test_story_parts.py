"""Event, authors, persons, notes, attachments and related stories, as readers see them."""

import datetime
import json
import re

import pytest
from django.utils import timezone

from seed.factories.library import make_document
from seed.factories.news import make_story, make_theme
from seed.factories.pages import translate_page
from seed.factories.people import make_people_index, make_person

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)


def body(response):
    return re.sub(r"\s+", " ", response.content.decode())


def article(response):
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', response.content.decode(), re.DOTALL)
    return next(item for item in map(json.loads, found) if item["@type"] == "NewsArticle")


def test_shows_the_days_of_an_event(client, newsroom):
    days = {"event_start": datetime.date(2018, 11, 14), "event_end": datetime.date(2018, 11, 15)}
    page = body(client.get(make_story(newsroom.index, **days).url))
    assert 'datetime="2018-11-14">14 November 2018</time> to <time datetime="2018-11-15">15 November 2018' in page


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ({"event_end": datetime.date(2018, 1, 1)}, "event_start"),
        ({"event_start": datetime.date(2018, 1, 2), "event_end": datetime.date(2018, 1, 1)}, "event_end"),
    ],
)
def test_an_event_begins_before_it_ends(newsroom, days, field):
    with pytest.raises(Exception, match=field):
        make_story(newsroom.index, **days)


def test_names_authors_and_persons_by_their_office_on_the_day(client, newsroom):
    index = make_people_index(newsroom.home)
    mayor = make_person(index, roles=[{"office": "Mayor of Innsbruck", "country": "AT", "group": "EPP"}])
    writer = make_person(index, "Ana Horvat")
    story = make_story(newsroom.index, authors="Jan Kolar", persons=[mayor, writer])
    story.story_persons.filter(person=writer).update(is_author=True)
    response = client.get(story.url)
    page = body(response)
    assert "Christine Oppitz-Plörer (Austria" in page
    assert f'<a rel="author" href="{writer.url}">Ana Horvat</a>' in page
    data = article(response)
    assert [author["name"] for author in data["author"]] == ["Jan Kolar", "Ana Horvat"]
    assert data["mentions"][0]["url"].endswith(mayor.url)


def test_a_person_who_is_a_draft_is_named_without_a_link(client, newsroom):
    hidden = make_person(make_people_index(newsroom.home), "Jan Kolar", live=False)
    page = body(client.get(make_story(newsroom.index, persons=[hidden]).url))
    assert "/people/jan-kolar/" not in page


def test_shows_public_notes_newest_first_and_no_others(client, newsroom):
    notes = [
        {"text": "The prize was shared.", "date": NOON},
        {"text": "The year was wrong.", "kind": "correction", "date": NOON + datetime.timedelta(days=1)},
        {"text": "A comma.", "public": False, "date": NOON},
    ]
    response = client.get(make_story(newsroom.index, notes=notes).url)
    page = body(response)
    assert page.index("The year was wrong.") < page.index("The prize was shared.")
    assert "A comma." not in page
    assert "Correction, <time" in page
    assert article(response)["dateModified"] == "2026-03-02"


def test_a_silent_change_moves_nothing(client, newsroom):
    story = make_story(newsroom.index, notes=[{"text": "A comma.", "public": False}])
    story.save_revision().publish()
    assert article(client.get(story.url))["dateModified"] == story.first_published_at.isoformat()


def test_a_note_is_translated_with_its_story(newsroom):
    story = make_story(newsroom.index, notes=[{"text": "The year was wrong.", "kind": "correction", "date": NOON}])
    french = translate_page(story, "fr", title="Un papier", slug="un-papier")
    note = french.story_notes.get()
    assert (note.kind, note.locale.language_code, note.date) == ("correction", "fr", NOON)


def test_lists_attachments_with_kind_and_size(client, newsroom):
    document = make_document(title="Declaration")
    page = body(client.get(make_story(newsroom.index, attachments=[document]).url))
    assert f'href="{document.url}"' in page
    assert "Declaration" in page
    assert document.file_extension.upper() in page


def related(client, story):
    page = body(client.get(story.url))
    part = page.partition("Read next")[2].partition("</section>")[0]
    return re.findall(r'<a href="/[^"]+">([^<]+)</a>', part)


def test_suggests_what_shares_most_pinned_first(client, newsroom):
    both = make_story(newsroom.index, "Both", themes=[newsroom.rights], members=[newsroom.tirana])
    theme = make_story(newsroom.index, "Theme only", themes=[newsroom.rights])
    words = make_story(newsroom.index, "Registration without papers")
    make_story(newsroom.index, "Nothing in common")
    pinned = make_story(newsroom.index, "Pinned")
    story = make_story(
        newsroom.index,
        "Papers and registration",
        themes=[newsroom.rights],
        members=[newsroom.tirana],
        related=[pinned],
    )
    assert related(client, story) == ["Pinned", both.title, theme.title, words.title]


def test_never_suggests_what_readers_may_not_see(client, newsroom):
    later = timezone.now() + datetime.timedelta(days=1)
    shared = {"themes": [newsroom.rights]}
    hidden = [
        make_story(newsroom.index, "Canary draft", live=False, **shared),
        make_story(newsroom.index, "Canary embargo", embargo_until=later, **shared),
    ]
    private = make_story(newsroom.index, "Canary private", **shared)
    private.view_restrictions.create(restriction_type="login")
    story = make_story(newsroom.index, "Open", related=[*hidden, private], **shared)
    assert related(client, story) == []


def test_related_stories_are_those_of_the_language(client, newsroom):
    other = make_story(newsroom.index, "Other")
    story = make_story(newsroom.index, "One", related=[other], themes=[newsroom.rights, make_theme("Art")])
    french = translate_page(story, "fr", title="Un", slug="un")
    assert related(client, french) == []
    translate_page(other, "fr", title="Autre", slug="autre")
    assert "Autre" in body(client.get(french.url))


def test_countries_and_tags_lead_to_their_stories(client, newsroom):
    story = make_story(newsroom.index, "Joined", countries=["AL"], tags=["identity papers"])
    page = client.get(story.url).content.decode()
    assert '<a href="/en/news/country/al/">Albania</a>' in page
    assert '<a href="/en/news/?tag=identity-papers">identity papers</a>' in page
    for address in ("/en/news/country/al/", "/en/news/?tag=identity-papers"):
        assert "Joined" in client.get(address).content.decode()


def test_printing_is_offered_to_browsers_that_run_scripts(client, newsroom):
    page = client.get(make_story(newsroom.index, "On paper").url).content.decode()
    assert 'data-print="Print this story"' in page
    assert "news/print.js" in page
    assert "<button" not in page.partition('class="share')[2].partition("</div>")[0]
