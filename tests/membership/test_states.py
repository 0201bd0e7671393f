"""What a member is today, as its record says."""

import datetime
from types import SimpleNamespace

import pytest

from membership.states import deciding, has_signed, in_order, is_confirmed, state_of


def line(kind, date=None, precision="day", sort_order=0):
    day = datetime.date.fromisoformat(date) if date else None
    return SimpleNamespace(kind=kind, date=day, precision=precision, sort_order=sort_order)


def test_nothing_on_record_is_to_be_confirmed():
    assert state_of([]) == "unconfirmed"
    assert state_of([line("prize", "2015-01-01"), line("hosted")]) == "unconfirmed"


def test_interest_and_an_application_are_states_that_confirm_nothing():
    assert state_of([line("interest")]) == "interested"
    assert state_of([line("applied", "2016-01-01"), line("interest")]) == "applicant"
    assert not is_confirmed([line("interest"), line("applied")])
    assert state_of([line("applied", "2015-01-01"), line("participant", "2016-01-01")]) == "participant"


def test_whoever_left_and_asks_again_is_former_until_it_joins():
    lines = [line("participant", "2013-01-01"), line("withdrawn", "2014-01-01"), line("applied", "2016-01-01")]
    assert state_of(lines) == "former"


def test_a_participant_may_have_signed_too():
    both = [line("participant", "2013-01-01"), line("signatory", "2017-01-01")]
    assert (state_of(both), has_signed(both)) == ("participant", True)
    assert not has_signed([*both, line("withdrawn", "2018-01-01")])


def test_a_signature_alone_makes_a_signatory():
    assert state_of([line("signatory")]) == "signatory"


def test_a_signatory_that_joins_later_is_a_participant():
    assert state_of([line("signatory", "2017-03-01"), line("participant", "2018-01-01")]) == "participant"


def test_a_participant_that_signs_later_stays_a_participant():
    assert state_of([line("participant", "2013-04-26"), line("signatory", "2018-07-16")]) == "participant"


def test_leaving_ends_participation_and_signature():
    records = [line("participant", "2013-04-26"), line("signatory", "2017-01-01"), line("withdrawn", "2019-05-01")]
    assert state_of(records) == "former"
    assert deciding(records) is None


def test_an_undated_line_comes_before_a_dated_withdrawal():
    assert state_of([line("participant"), line("withdrawn", "2016-02-01")]) == "former"


def test_a_later_line_revives_the_membership():
    records = [line("participant", "2013-04-26"), line("withdrawn", "2016-02-01"), line("participant", "2020-06-01")]
    assert state_of(records) == "participant"
    assert deciding(records).date.year == 2020


def test_after_a_return_only_what_came_after_counts():
    records = [line("participant", "2013-04-26"), line("withdrawn", "2016-02-01"), line("signatory", "2018-06-01")]
    assert state_of(records) == "signatory"


def test_a_withdrawal_known_by_its_year_comes_after_all_that_happened_in_it():
    records = [line("participant", "2015-06-24"), line("withdrawn", "2015-01-01", "year")]
    assert state_of(records) == "former"


def test_a_withdrawal_known_by_its_month_comes_at_the_end_of_the_month():
    records = [line("participant", "2016-02-20"), line("withdrawn", "2016-02-01", "month")]
    assert state_of(records) == "former"


def test_since_when_is_told_by_the_earliest_line_of_its_kind():
    records = [line("participant", "2015-01-01"), line("participant", "2013-04-26")]
    assert deciding(records).date.year == 2013


def test_of_two_lines_on_one_day_the_editors_order_decides():
    day = "2016-02-01"
    assert state_of([line("withdrawn", day, sort_order=1), line("participant", day, sort_order=0)]) == "former"
    assert state_of([line("withdrawn", day, sort_order=0), line("participant", day, sort_order=1)]) == "participant"


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_lines_does_not_depend_on_how_they_are_stored(turned):
    records = [line("prize", "2013-01-01", "year"), line("participant", "2013-03-20"), line("signatory")]
    ordered = in_order(reversed(records) if turned else records)
    assert [record.kind for record in ordered] == ["signatory", "prize", "participant"]
