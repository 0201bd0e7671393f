"""The sentences of a record."""

import datetime
from types import SimpleNamespace

import pytest

from membership.lines import deed, happened, since


def line(kind="participant", date=datetime.date(2013, 4, 26), precision="day", number=None):
    return SimpleNamespace(kind=kind, date=date, precision=precision, number=number)


@pytest.mark.parametrize(
    ("precision", "sentence"),
    [
        ("day", "Participant since 26 April 2013"),
        ("month", "Participant since April 2013"),
        ("year", "Participant since 2013"),
    ],
)
def test_the_sentence_is_as_exact_as_the_record(precision, sentence):
    assert since("participant", line(precision=precision), "en") == sentence


def test_a_missing_date_is_said_openly():
    assert since("participant", line(date=None), "en") == "Participant; the date of joining is not on record"
    assert "not on record" in since("signatory", line("signatory", date=None), "en")


def test_a_former_member_and_a_draft_have_a_sentence_too():
    assert since("former", None, "en") == "Left the Alliance"
    assert since("unconfirmed", None, "en") == "To be confirmed"


def test_the_running_number_is_part_of_the_heading():
    assert happened(line(number=122), "Kragujevac") == "Kragujevac becomes participant number 122 of the Alliance"
    assert happened(line(), "Lille") == "Lille becomes a participant of the Alliance"


@pytest.mark.parametrize("kind", ["participant", "signatory", "prize", "hosted", "withdrawn"])
def test_every_line_that_readers_see_has_a_heading_and_a_word(kind):
    assert happened(line(kind), "Lille").startswith("Lille ")
    assert deed(kind)
