"""A date is as exact as it is known."""

import datetime

import pytest

from blocks.day import DayBlock


@pytest.mark.parametrize(
    ("stored", "machine", "words"),
    [
        (None, "", ""),
        ("", "", ""),
        ("soon", "", ""),
        ("2014", "2014", "2014"),
        ("2014-10", "2014-10", "October 2014"),
        ("2014-10-09", "2014-10-09", "9 October 2014"),
        (datetime.date(2014, 10, 9), "2014-10-09", "9 October 2014"),
        (datetime.datetime(2014, 10, 9, 12, tzinfo=datetime.UTC), "2014-10-09", "9 October 2014"),
        ({"date": "2014-10-01", "precision": "month"}, "2014-10", "October 2014"),
    ],
)
def test_a_date_is_read_from_whatever_was_stored(stored, machine, words):
    value = DayBlock().to_python(stored)
    assert value.machine == machine
    assert value.words == words
    assert bool(value) == bool(words)
