"""The editors' form of a member: what it refuses, and that it says why in place."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from accounts.models import User
from membership.models import MemberPage
from seed.factories.membership import make_member_index
from tests.worlds import world


@world
def index(site_tree):
    return make_member_index(site_tree.home)


@pytest.fixture
def editing(client, db):
    client.force_login(User.objects.create_superuser("chief", "chief@example.org", "x"))
    return client


def line(**fields):
    return {"kind": "participant", "date": "", "precision": "day", "number": "", "note": "", "source_url": ""} | fields


def sent(lines, action="action-publish", **fields):
    values = {
        "title": "Lille",
        "slug": "lille",
        "summary": "",
        "seo_title": "",
        "search_description": "",
        "local_name": "",
        "local_language": "",
        "country": "FR",
        "kind": "city",
        "lat": "50.63",
        "lon": "3.06",
        "population": "",
        "population_year": "",
        "population_source": "",
        "website": "",
        "arms": "",
        "arms_alt": "",
        "contact_office": "",
        "contact_email": "",
        "contact_phone": "",
        "contact_until": "",
        "body": streamfield([]),
        "practices": streamfield([]),
        "documents": streamfield([]),
        "names": inline_formset([]),
        "leaders": inline_formset([]),
        "languages": inline_formset([]),
        "states": inline_formset(lines),
        "comments": inline_formset([]),
    }
    return nested_form_data(values | fields) | {action: "1"}


def add(client, index, data):
    return client.post(reverse("wagtailadmin_pages:add", args=("membership", "memberpage", index.pk)), data)


def test_a_member_with_a_record_is_published(editing, index):
    response = add(editing, index, sent([line(date="2013-03-20")]))
    assert response.status_code == 302
    page = MemberPage.objects.get(title="Lille")
    assert page.live
    assert [state.kind for state in page.states.all()] == ["participant"]


@pytest.mark.parametrize("states", [[], [line(kind="prize", date="2015-01-01")]])
def test_publishing_without_a_confirming_line_says_what_is_missing(editing, index, states):
    response = add(editing, index, sent(states))
    assert response.status_code == 200
    assert "add a line that confirms it" in response.content.decode()
    assert not MemberPage.objects.exists()


def test_the_same_may_be_kept_as_a_draft(editing, index):
    response = add(editing, index, sent([line(kind="prize", date="2015-01-01")], action="action-save"))
    assert response.status_code == 302
    assert not MemberPage.objects.get(title="Lille").live


def test_the_last_confirming_line_of_a_public_page_cannot_be_taken_away(editing, index):
    add(editing, index, sent([line(date="2013-03-20")]))
    page = MemberPage.objects.get(title="Lille")
    kept = page.states.get()
    data = sent([line(id=str(kept.pk), DELETE="1", date="2013-03-20")], action="action-save")
    data["states-INITIAL_FORMS"] = "1"
    response = editing.post(reverse("wagtailadmin_pages:edit", args=(page.pk,)), data)
    assert response.status_code == 200
    assert "add a line that confirms it" in response.content.decode()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"lat": "91"}, "less than or equal to 90"),
        ({"lon": ""}, "Give latitude and longitude together"),
        ({"population": "1000"}, "Say which year the population figure is from"),
        ({"states": inline_formset([line(date="2999-01-01")])}, "This date lies in the future"),
    ],
)
def test_a_mistake_is_said_and_what_was_typed_is_kept(editing, index, fields, words):
    response = add(editing, index, sent([line(date="2013-03-20")], **fields))
    page = response.content.decode()
    assert response.status_code == 200
    assert words in page
    assert 'value="Lille"' in page
