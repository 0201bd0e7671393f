"""The flat list of members that editors work with."""

import pytest
from django.urls import reverse

from accounts.models import User
from seed.factories.membership import make_member, make_member_index


@pytest.fixture
def editing(client, db):
    client.force_login(User.objects.create_superuser("chief", "chief@example.org", "x"))
    return client


def test_editors_see_drafts_and_public_members_with_their_country(editing, site_tree):
    index = make_member_index(site_tree.home)
    make_member(index, "Innsbruck")
    make_member(index, "Budapest", states=(), country="HU", live=False)
    text = editing.get(reverse("member_pages:index")).content.decode()
    assert "Innsbruck" in text
    assert "Austria" in text
    assert "Budapest" in text
    assert "Hungary" in text


def test_the_page_editor_opens_with_its_panels(editing, site_tree):
    page = make_member(make_member_index(site_tree.home), "Innsbruck")
    text = editing.get(reverse("wagtailadmin_pages:edit", args=(page.pk,))).content.decode()
    assert "What is documented, each line with its source" in text
    assert "Degrees north, from -90 to 90" in text
