"""A translation with gaps does not reach readers."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation

from translations.gate import lost_tags, problems

from .conftest import translate

pytestmark = pytest.mark.django_db


def publish(client, translation):
    page = translation.get_target_instance()
    response = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"})
    page.refresh_from_db()
    return page, [str(message) for message in get_messages(response.wsgi_request)]


def test_gaps_are_named_and_nothing_is_published(client, french, reviewer):
    translate(french, title="À propos", slug="a-propos")
    client.force_login(reviewer)
    page, messages = publish(client, french)
    assert not page.live
    assert "2 segments are missing" in messages[0]
    assert "“Who we are”" in messages[0]


def test_a_whole_translation_is_published(client, french, reviewer, django_capture_on_commit_callbacks):
    translate(french, title="À propos", slug="a-propos", summary="Qui nous sommes", introduction="Premiers mots")
    client.force_login(reviewer)
    with django_capture_on_commit_callbacks(execute=True):
        publish(client, french)
    assert client.get("/fr/a-propos/").status_code == 200


def test_a_translation_waits_for_its_source(french):
    translate(french)
    assert problems(french) == []
    french.source.get_source_instance().unpublish()
    assert "The source is not published yet" in problems(french)[0]


def test_the_bulk_action_publishes_no_gaps(client, french, reviewer):
    client.force_login(reviewer)
    page = french.get_target_instance()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}"
    client.post(url, {})
    page.refresh_from_db()
    assert not page.live


def test_lost_links_are_errors_for_the_translator(french):
    segment = StringSegment.objects.filter(source=french.source, context__path="summary").get()
    segment.string.data = 'See <a id="a1">our <b>list</b></a>'
    segment.string.save()
    translation = StringTranslation(
        translation_of=segment.string, context=segment.context, locale=french.target_locale, data="Voir notre liste"
    )
    translation.save()
    assert translation.has_error
    assert "<a>, <b>" in translation.get_error()
    translation.data, translation.has_error = 'Voir <a id="a1">notre <b>liste</b></a>', False
    translation.save()
    assert not StringTranslation.objects.get(pk=translation.pk).has_error


def test_lost_tags():
    assert lost_tags("<b>a</b><br/>", "<b>a</b>") == []
    assert lost_tags("<b>a</b> <b>c</b>", "<b>a</b> c") == ["b"]
    assert lost_tags("a", "<i>a</i>") == ["i"]
