"""Readers are told when a translation is behind, or not whole; and they never meet the source as if it were theirs."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from seed.factories.pages import make_page
from translations.models import Lag, State
from translations.requesting import Wish, start
from translations.segments import segments_of
from translations.writing import write_segment

from .conftest import start as begin
from .conftest import translate

pytestmark = pytest.mark.django_db
WORDS = {"title": "À propos", "slug": "a-propos", "summary": "Qui nous sommes", "introduction": "Premiers mots"}
OLDER = "a beaucoup changé"


@pytest.fixture
def live(french, django_capture_on_commit_callbacks):
    translate(french, **WORDS)
    with django_capture_on_commit_callbacks(execute=True):
        french.save_target(publish=True)
    return french


def change(page, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_a_major_change_is_told_with_its_date(client, about, live):
    assert not Lag.objects.exists()
    change(about, introduction="Quite other things", summary="Another summary")
    html = client.get("/fr/a-propos/").content.decode()
    assert OLDER in html
    assert 'href="/en/about-us/"' in html
    assert "This version is older" not in client.get("/en/about-us/").content.decode()


def test_the_notice_goes_with_the_new_version(client, about, live, django_capture_on_commit_callbacks):
    change(about, introduction="Quite other things", summary="Another summary")
    translate(live)
    with django_capture_on_commit_callbacks(execute=True):
        live.save_target(publish=True)
    assert not Lag.objects.exists()


def test_title_and_summary_go_first(client, french, translator, reviewer):
    for segment in segments_of(french)[:3]:
        words = WORDS[segment.record.context.path]
        write_segment(french, segment, words, State.TRANSLATED, translator)
    client.force_login(reviewer)
    client.post(reverse("translations_publish_first", args=[french.pk]))
    client.logout()
    html = client.get("/fr/a-propos/").content.decode()
    assert "Qui nous sommes" in html
    assert "First words" not in html
    assert "Le texte suivra" in html


def test_a_translator_does_not_publish_in_parts(client, french, translator, reviewer):
    for segment in segments_of(french)[:3]:
        write_segment(french, segment, WORDS[segment.record.context.path], State.TRANSLATED, reviewer)
    for person in (translator, reviewer):
        client.force_login(person)
        client.post(reverse("translations_publish_first", args=[french.pk]))
        assert not Page.objects.get(pk=french.get_target_instance().pk).live


def test_what_is_not_translated_is_not_published_first(client, french, reviewer):
    client.force_login(reviewer)
    response = client.post(reverse("translations_publish_first", args=[french.pk]), follow=True)
    assert "must be done first" in response.content.decode()


def test_a_single_page_needs_no_tree(client, about, trees, coordinator, django_capture_on_commit_callbacks):
    team = make_page(about, "Team")
    translation = start(team, [trees.locale("fr")], coordinator, Wish(alone=True))[0]
    page = translation.get_target_instance()
    assert (page.get_parent().pk, page.live) == (trees.homes["fr"].pk, False)
    translate(translation, title="Équipe", slug="equipe")
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    html = client.get("/fr/equipe/").content.decode()
    assert "Équipe" in html
    assert '<link rel="alternate" hreflang="en"' in html
    assert '<link rel="alternate" hreflang="de"' not in html
    assert "/fr/equipe/" in client.get("/sitemap.xml").content.decode()


def test_hreflang_lists_just_what_exists(client, about, live, trees):
    begin(about, trees.locale("de"))
    html = client.get("/en/about-us/").content.decode()
    assert '<link rel="alternate" hreflang="fr"' in html
    assert '<link rel="alternate" hreflang="de"' not in html
