"""Nothing of an embargoed story shows before its time, whoever publishes it and however."""

import datetime
import io

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction

from news.models import NewsPage
from seed.factories.news import make_story
from seed.factories.pages import translate_page

pytestmark = pytest.mark.django_db
CANARY = "Zugvogel"


@pytest.fixture
def soon():
    return timezone.now().replace(microsecond=0) + datetime.timedelta(hours=2)


@pytest.fixture
def embargoed(newsroom, soon):
    """A story that was published under embargo."""
    return make_story(
        newsroom.index,
        CANARY,
        embargo_until=soon,
        themes=[newsroom.rights],
        members=[newsroom.tirana],
        countries=["AL"],
    )


def test_publishing_schedules_for_the_end_of_the_embargo(embargoed, soon):
    assert not embargoed.live
    assert embargoed.revisions.get().approved_go_live_at == soon


def test_the_admins_own_action_is_held_too(newsroom, soon):
    story = make_story(newsroom.index, CANARY, embargo_until=soon, live=False)
    PublishPageRevisionAction(story.save_revision()).execute(skip_permission_checks=True)
    story.refresh_from_db()
    assert not story.live
    assert story.go_live_at == soon


def test_saving_past_everything_keeps_it_hidden(embargoed):
    embargoed.live = True
    embargoed.save()
    assert not NewsPage.objects.get(pk=embargoed.pk).live


def test_it_goes_live_when_the_time_comes(embargoed, soon, client):
    with time_machine.travel(soon + datetime.timedelta(minutes=1), tick=False):
        call_command("publish_scheduled", stdout=io.StringIO())
        assert NewsPage.objects.get(pk=embargoed.pk).live
        assert client.get("/en/news/zugvogel/").status_code == 200


def test_a_longer_embargo_in_a_newer_version_holds_the_scheduled_one(embargoed, soon):
    later = soon + datetime.timedelta(days=1)
    draft = embargoed.get_latest_revision_as_object()
    draft.embargo_until = later
    draft.save_revision()
    with time_machine.travel(soon + datetime.timedelta(minutes=1), tick=False):
        call_command("publish_scheduled", stdout=io.StringIO())
        story = NewsPage.objects.get(pk=embargoed.pk)
        assert not story.live
        assert story.revisions.get(approved_go_live_at__isnull=False).approved_go_live_at == later


def test_a_translation_is_held_with_its_source(embargoed):
    french = translate_page(embargoed, "fr", title="Zugvogel fr", slug="zugvogel-fr")
    assert not NewsPage.objects.get(pk=french.pk).live


@pytest.mark.parametrize(
    "address",
    [
        "/en/",
        "/en/news/",
        "/en/news/?theme=rights",
        "/en/news/?country=al",
        "/en/news/feed.rss",
        "/en/news/feed.atom",
        "/en/news/feed.json",
        "/en/search/?q=Zugvogel",
        "/en/search.json?q=Zugvogel",
        "/en/members/tirana/",
        "/sitemap.xml",
        "/en/news/neighbour/",
    ],
)
def test_no_reader_meets_it(client, newsroom, embargoed, address):
    make_story(newsroom.index, "Neighbour", themes=[newsroom.rights], related=[embargoed])
    response = client.get(address)
    text = response.content.decode().replace("?q=Zugvogel", "").replace('value="Zugvogel"', "")
    assert "zugvogel/" not in text
    assert f">{CANARY}<" not in text


def test_its_address_answers_as_if_it_did_not_exist(client, embargoed):
    response = client.get("/en/news/zugvogel/")
    assert response.status_code == 404
    assert CANARY not in response.content.decode()


def test_the_editors_side_says_so(embargoed):
    story = NewsPage.objects.get(pk=embargoed.pk)
    assert "embargo until" in story.get_admin_display_title()
    assert story.embargo_label


def test_a_public_story_cannot_be_embargoed(newsroom, soon):
    story = make_story(newsroom.index, "Public")
    draft = story.get_latest_revision_as_object()
    draft.embargo_until = soon
    draft.save_revision().publish()
    story.refresh_from_db()
    assert story.live
    assert story.embargo_until is None
