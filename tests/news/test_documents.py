"""A document is as public as what uses it."""

import re

import pytest
from wagtail.models import PageViewRestriction

from news.draft_links import DraftLink
from news.models import StoryAttachment
from seed.factories.library import make_document
from seed.factories.news import make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def document():
    return make_document()


def attach(story, document):
    StoryAttachment.objects.create(page=story, document=document, title="The programme")
    story.save()
    story.save_revision()


def test_what_a_public_page_uses_is_handed_out(client, newsroom, document):
    attach(make_story(newsroom.index, "Public"), document)
    assert client.get(document.url).status_code == 200


@pytest.mark.parametrize("public", [True, False])
def test_what_nothing_public_uses_is_not_there(client, newsroom, document, public):
    if not public:
        attach(make_story(newsroom.index, "Draft", live=False), document)
    assert client.get(document.url).status_code == 404


def test_a_restriction_of_the_page_holds_for_its_file(client, newsroom, document):
    story = make_story(newsroom.index, "For those who signed in")
    attach(story, document)
    PageViewRestriction.objects.create(page=story, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(document.url).status_code == 404


def test_the_team_gets_every_document(admin_client, document):
    assert admin_client.get(document.url).status_code == 200


def test_a_reader_of_a_draft_gets_its_documents_by_keys(client, newsroom, document):
    story = make_story(newsroom.index, "Draft", live=False)
    attach(story, document)
    page = client.get(DraftLink.objects.create(page=story).address()).content.decode()
    (address,) = re.findall(r'href="(/documents/[^"]+)"', page)
    assert client.get(address).status_code == 200
    assert client.get(address.replace("key=", "key=x")).status_code == 404
    other = make_document()
    assert client.get(other.url + "?" + address.partition("?")[2]).status_code == 404
