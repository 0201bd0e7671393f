"""The calendar of stories with an event date."""

import datetime

import pytest

from news import ics
from seed.factories.news import make_story
from tests.news.standards import check_calendar

pytestmark = pytest.mark.django_db

MOMENT = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)


def events(client, index, part="", **filters):
    response = client.get(f"{index.url}{part}calendar.ics", filters)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return check_calendar(response.content)


def test_only_stories_with_an_event_stand_in_it(client, newsroom):
    make_story(newsroom.index, "No event")
    make_story(newsroom.index, "Roma Day", event_start=datetime.date(2027, 4, 8), place="Tirana, Albania")
    found = events(client, newsroom.index)
    assert [event["SUMMARY"] for event in found] == ["Roma Day"]
    assert found[0]["LOCATION"] == "Tirana\\, Albania"
    assert found[0]["URL"] == "http://testserver/en/news/roma-day/"
    assert (found[0]["first"], found[0]["after"]) == (datetime.date(2027, 4, 8), datetime.date(2027, 4, 9))


def test_the_end_of_a_range_is_the_day_after_its_last(client, newsroom):
    days = {"event_start": datetime.date(2027, 12, 30), "event_end": datetime.date(2027, 12, 31)}
    make_story(newsroom.index, "Conference", **days)
    assert events(client, newsroom.index)[0]["after"] == datetime.date(2028, 1, 1)


def test_the_identity_of_an_event_survives_a_new_address(client, newsroom):
    story = make_story(newsroom.index, "Roma Day", event_start=datetime.date(2027, 4, 8))
    before = events(client, newsroom.index)[0]["UID"]
    story.slug, story.title = "other", "Other"
    story.save_revision().publish()
    after = events(client, newsroom.index)[0]
    assert after["UID"] == before
    assert after["SUMMARY"] == "Other"


def test_themes_and_countries_have_calendars(client, newsroom):
    make_story(newsroom.index, "One", event_start=datetime.date(2027, 4, 8), themes=[newsroom.rights], countries=["AL"])
    make_story(newsroom.index, "Two", event_start=datetime.date(2027, 4, 9))
    assert [event["SUMMARY"] for event in events(client, newsroom.index)] == ["Two", "One"]
    for part in ("theme/rights/", "country/al/"):
        assert [event["SUMMARY"] for event in events(client, newsroom.index, part)] == ["One"]


def test_filters_of_the_list_narrow_the_calendar(client, newsroom):
    make_story(newsroom.index, "One", event_start=datetime.date(2027, 4, 8), themes=[newsroom.rights], countries=["AL"])
    make_story(newsroom.index, "Two", event_start=datetime.date(2027, 4, 9))
    assert [event["SUMMARY"] for event in events(client, newsroom.index, theme="rights")] == ["One"]
    assert [event["SUMMARY"] for event in events(client, newsroom.index, "country/al/", theme="rights")] == ["One"]
    assert events(client, newsroom.index, theme="nothing") == []
    assert events(client, newsroom.index, "country/al/", year="x") == []


def test_the_list_leads_to_the_calendar(client, newsroom):
    make_story(newsroom.index)
    assert "http://testserver/en/news/calendar.ics" in client.get(newsroom.index.url).content.decode()


def test_long_lines_are_folded_between_characters():
    title = "Ευρωπαϊκή Συμμαχία; Πόλεων, " * 9 + "\\ \r\n end \U0001f3d8"
    event = ics.Event("a@b", title, MOMENT.date(), MOMENT.date(), MOMENT, MOMENT, description=title)
    content = ics.calendar("Наши события", "el", "http://testserver/en/calendar.ics", [event])
    found = check_calendar(content)[0]
    plain = found["SUMMARY"].replace("\\n", "\n").replace("\\;", ";").replace("\\,", ",").replace("\\\\", "\\")
    assert plain == title.replace("\r\n", "\n")
    assert found["DTSTAMP"] == "20260102T030405Z"


def test_an_event_that_ends_before_it_begins_takes_one_day():
    event = ics.Event("a@b", "x", datetime.date(2026, 5, 5), datetime.date(2026, 5, 1), MOMENT, MOMENT)
    found = check_calendar(ics.calendar("x", "en", "http://testserver/x", [event]))[0]
    assert found["after"] == datetime.date(2026, 5, 6)
