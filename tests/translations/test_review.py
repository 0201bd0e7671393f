"""Translators hand in, someone else publishes."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from .conftest import translate

pytestmark = pytest.mark.django_db
WORDS = {"title": "À propos", "slug": "a-propos", "summary": "Qui nous sommes", "introduction": "Premiers mots"}


def last_message(response):
    return str(list(get_messages(response.wsgi_request))[-1])


def hand_in(client, translation, user):
    client.force_login(user)
    response = client.post(reverse("translations_hand_in", args=[translation.pk]))
    return last_message(response)


def decide(client, translation, user, action):
    client.force_login(user)
    response = client.post(reverse("translations_decide", args=[translation.pk]), {"action": action, "comment": "Bien"})
    return last_message(response)


def target(translation):
    return translation.get_target_instance()


def test_from_translator_to_reader(client, french, translator, reviewer):
    translate(french, **WORDS)
    assert "handed in" in hand_in(client, french, translator)
    assert not target(french).live
    assert decide(client, french, reviewer, "approve") == "The translation is published."
    client.logout()
    html = client.get("/fr/a-propos/").content.decode()
    assert "Premiers mots" in html or "À propos" in html


def test_gaps_are_not_handed_in(client, french, translator):
    translate(french, title="À propos")
    assert "missing" in hand_in(client, french, translator)
    assert target(french).current_workflow_state is None


def test_twice_is_once(client, french, translator, reviewer):
    translate(french, **WORDS)
    hand_in(client, french, translator)
    assert hand_in(client, french, reviewer) == "This translation has been handed in already."


def test_the_translator_cannot_approve(client, french, translator):
    translate(french, **WORDS)
    hand_in(client, french, translator)
    decide(client, french, translator, "approve")
    assert not target(french).live


def test_changes_can_be_asked_for(client, french, translator, reviewer):
    translate(french, **WORDS)
    hand_in(client, french, translator)
    assert decide(client, french, reviewer, "reject") == "You asked for changes."
    assert not target(french).live
    translate(french, **{**WORDS, "introduction": "Nouveaux mots"})
    assert "handed in" in hand_in(client, french, translator)


def test_words_changed_after_the_hand_in_are_not_approved_unseen(client, french, translator, reviewer):
    translate(french, **WORDS)
    hand_in(client, french, translator)
    translate(french, **{**WORDS, "introduction": "Nouveaux mots"})
    assert "changed after" in decide(client, french, reviewer, "approve")
    assert not target(french).live


def test_the_editor_shows_the_state(client, french, translator, reviewer):
    url = reverse("wagtailadmin_pages:edit", args=[target(french).pk])
    client.force_login(translator)
    html = client.get(url, {"classic": "1"}).content.decode()
    assert "0 of 4 segments are translated (0 %)" in html
    assert "Hand in for review" in html
    translate(french, **WORDS)
    hand_in(client, french, translator)
    client.force_login(reviewer)
    html = client.get(url, {"classic": "1"}).content.decode()
    assert "It waits for a reviewer." in html
    assert 'value="approve"' in html


def test_what_readers_see_already_is_not_handed_in_again(client, french, translator, reviewer):
    url = reverse("wagtailadmin_pages:edit", args=[target(french).pk])
    translate(french, **WORDS)
    hand_in(client, french, translator)
    decide(client, french, reviewer, "approve")
    client.force_login(translator)
    assert "Hand in for review" not in client.get(url, {"classic": "1"}).content.decode()
    translate(french, **{**WORDS, "introduction": "Nouveaux mots"})
    assert "Hand in for review" in client.get(url, {"classic": "1"}).content.decode()
