"""A date is as exact as it is known."""

import datetime

import pytest
from wagtail.blocks import BlockField

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


@pytest.mark.parametrize(
    ("stored", "sent"),
    [
        (None, {"day-date": "", "day-precision": "day"}),
        ("2014-10-09", {"day-date": "2014-10-09", "day-precision": "day"}),
        ("2014-10", {"day-date": "2014-10-01", "day-precision": "month"}),
    ],
)
def test_a_form_sent_back_untouched_is_no_change(stored, sent):
    block = DayBlock()
    field = BlockField(block)
    assert not field.has_changed(block.to_python(stored), block.value_from_datadict(sent, {}, "day"))


def test_another_day_is_a_change():
    block = DayBlock()
    sent = block.value_from_datadict({"day-date": "2014-10-10", "day-precision": "day"}, {}, "day")
    assert BlockField(block).has_changed(block.to_python("2014-10-09"), sent)
