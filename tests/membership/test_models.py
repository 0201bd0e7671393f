"""What editors may enter: each mistake names its field, and nothing unconfirmed becomes public."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from membership.models import MemberPage, MemberState
from seed.factories.membership import make_member, make_member_index
from tests.worlds import world


@world
def index(site_tree):
    return make_member_index(site_tree.home)


def wrong_fields(**fields):
    values = {"title": "Lille", "slug": "lille", "country": "FR", "live": False} | fields
    page, found = MemberPage(**values), set()
    for check in (lambda: page.clean_fields(exclude=["path", "depth", "content_type", "locale"]), page.clean):
        try:
            check()
        except ValidationError as error:
            found |= set(error.message_dict)
    return found


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"lat": 91, "lon": 3}, "lat"),
        ({"lat": 50, "lon": 181}, "lon"),
        ({"lat": 50}, "lon"),
        ({"lon": 3}, "lat"),
        ({"population": 1000}, "population_year"),
        ({"population": 1000, "population_year": 2999}, "population_year"),
        ({"population": 1000, "population_year": 1200}, "population_year"),
        ({"local_name": "Ηράκλειο"}, "local_language"),
        ({"country": "QQ"}, "country"),
        ({"website": "no address"}, "website"),
    ],
)
def test_a_mistake_names_its_field(site_tree, fields, field):
    assert field in wrong_fields(**fields)


def test_a_date_in_the_future_is_refused():
    tomorrow = datetime.date.today() + datetime.timedelta(days=2)
    with pytest.raises(ValidationError) as caught:
        MemberState(kind="participant", date=tomorrow).clean()
    assert set(caught.value.message_dict) == {"date"}


def test_a_withdrawal_needs_its_date():
    with pytest.raises(ValidationError) as caught:
        MemberState(kind="withdrawn").clean()
    assert set(caught.value.message_dict) == {"date"}


@pytest.mark.parametrize("states", [(), ("prize",), ("interest", "hosted")])
def test_an_authority_that_nobody_confirmed_is_never_public(index, states):
    with pytest.raises(ValidationError, match="confirms it"):
        make_member(index, "Budapest", states=states, country="HU")


def test_it_may_wait_as_a_draft_and_not_be_published(index):
    page = make_member(index, "Budapest", states=("prize",), country="HU", live=False)
    revision = page.save_revision()
    with pytest.raises(ValidationError):
        revision.publish()
    assert not MemberPage.objects.get(pk=page.pk).live


def test_a_confirmed_draft_is_published(index):
    page = make_member(index, "Budapest", states=("participant",), country="HU", live=False)
    page.save_revision().publish()
    assert MemberPage.objects.get(pk=page.pk).live


def test_the_words_are_translated_and_the_facts_are_not():
    same = {field.field_name for field in MemberPage.override_translatable_fields}
    assert {"country", "lat", "lon", "local_name", "population", "website", "kind"} <= same
    assert MemberState.translatable_fields[0].field_name == "note"
    assert not any(field.is_overridable(MemberState()) for field in MemberState.translatable_fields[1:])
