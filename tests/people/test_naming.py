"""A person is named as on the date of the story, in the language of the page."""

import datetime

import pytest
from django.utils.translation import override

from people.naming import as_of
from people.offices import Office, held_on, latest
from people.queries import person_lines
from seed.factories.pages import make_locale
from seed.factories.people import make_person


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "Christine Oppitz-Plörer (Austria, EPP/CCE)"), ("fr", "Christine Oppitz-Plörer (Autriche, PPE/CCE)")],
)
def test_country_and_group_follow_the_language(place, language, line):
    assert str(as_of(place.mayor, day("2013-04-26"), language)) == line
    assert str(as_of(place.maire, day("2013-04-26"), language)) == line


def test_the_office_and_the_page_are_those_of_the_language(place):
    found = as_of(place.mayor, day("2013-04-26"), "fr")
    assert (found.office, found.url) == ("Maire d’Innsbruck", "/fr/personnes/christine-oppitz-plorer/")
    with override("fr"):
        assert as_of(place.mayor, day("2013-04-26")) == found
    assert found.group_title


def test_outside_the_office_only_the_name_and_the_country_are_known(place):
    found = as_of(place.mayor, day("2019-01-01"), "en")
    assert str(found) == "Christine Oppitz-Plörer (Austria)"
    assert found.office == ""


def test_without_a_page_in_the_language_nothing_of_another_language_is_said(place):
    make_locale("de")
    found = as_of(place.mayor, day("2013-04-26"), "de")
    assert str(found) == "Christine Oppitz-Plörer (Österreich, EPP/CCE)"
    assert (found.office, found.url) == ("", "")


def test_a_draft_is_named_and_not_linked(place):
    draft = make_person(place.index, "Draft Person", live=False, country="FR")
    assert str(as_of(draft, None, "en")) == "Draft Person (France)"
    assert as_of(draft, None, "en").url == ""


def test_many_people_cost_one_query(place, django_assert_max_num_queries):
    others = [make_person(place.index, f"Person {number}", country="FR") for number in range(12)]
    pairs = [(person, day("2013-04-26"), "day") for person in [place.mayor, *others]]
    person_lines(pairs, "fr")
    with django_assert_max_num_queries(2):
        lines = person_lines(pairs, "fr")
    assert str(lines[0]) == "Christine Oppitz-Plörer (Autriche, PPE/CCE)"
    assert len(lines) == 13
    with django_assert_max_num_queries(0):
        assert person_lines([], "fr") == []


FIRST = Office("Vice-President", start=day("2010-10-26"), end=day("2014-10-14"))
SECOND = Office("President", start=day("2014-10-14"), end=day("2016-10-20"))
AGELESS = Office("Senator")


@pytest.mark.parametrize(
    ("date", "precision", "office"),
    [
        ("2013-01-01", "day", "Vice-President"),
        ("2014-10-14", "day", "President"),
        ("2014-01-01", "year", "President"),
        ("2014-09-01", "month", "Vice-President"),
        ("2009-01-01", "day", "Senator"),
        ("2020-01-01", "day", "Senator"),
    ],
)
def test_the_office_that_began_last_is_shown(date, precision, office):
    assert held_on([AGELESS, FIRST, SECOND], day(date), precision).office == office


def test_dates_known_to_the_year_hold_for_the_whole_year():
    office = Office("Mayor", start=day("2014-01-01"), end=day("2015-01-01"), precision="year")
    assert held_on([office], day("2015-12-31")) == office
    assert held_on([office], day("2016-01-01")) is None
    assert held_on([office], None) is None


def test_the_office_that_goes_on_is_the_latest():
    now = Office("Rapporteur", start=day("2012-01-01"))
    assert latest([SECOND, now, FIRST]) == now
    assert latest([FIRST, SECOND]) == SECOND
    assert latest([]) is None
