"""The guard reads what other rooms show: help texts of forms, words of pictures, translations on their way."""

import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from applications.models import FormHelp
from glossary.guard.models import TermFinding
from seed.factories.applications import make_form_page
from seed.factories.library import make_image
from seed.factories.news import make_story
from tests.translations.conftest import start, translate

pytestmark = pytest.mark.django_db


def form_with_help(newsroom, text):
    page = make_form_page(newsroom.home, live=False)
    page.help_texts = [FormHelp(field="message", text=text, locale=page.locale)]
    page.save_revision()
    return page


def test_help_texts_of_forms_are_reported(newsroom, term):
    form_with_help(newsroom, "Say which gypsies you mean.").get_latest_revision().publish()
    (row,) = TermFinding.objects.all()
    assert (row.field, row.words) == ("help_texts", "gypsies")
    assert "elp text" in row.label


def test_an_insult_in_a_help_text_stops_the_form(newsroom, term, accounts):
    page = form_with_help(newsroom, "Say which tinkers you mean.")
    with pytest.raises(PermissionDenied, match="tinkers"):
        page.get_latest_revision().publish(user=accounts["moderator"])


def test_words_of_a_picture_are_reported_wherever_they_stand(newsroom, term):
    make_image("A fair", description="Gypsies at a fair")
    make_story(newsroom.index, "A fair", lead_alt="A gypsy dances", lead_caption="The gypsies of 1911")
    rows = TermFinding.objects.values_list("field", "words")
    assert set(rows) == {("description", "Gypsies"), ("lead_alt", "gypsy"), ("lead_caption", "gypsies")}


def test_a_translation_with_an_insult_is_neither_handed_in_nor_published(
    client, newsroom, term, accounts, django_capture_on_commit_callbacks
):
    story = make_story(newsroom.index, "A fair in town", themes=[newsroom.rights])
    french = start(story, newsroom.french.locale)
    translate(french)
    translate(french, title="Les romanichels en ville")
    client.force_login(accounts["admin"])
    answer = client.post(reverse("translations_hand_in", args=[french.pk]))
    assert "“romanichels” is offensive" in " ".join(str(one) for one in get_messages(answer.wsgi_request))
    target = french.get_target_instance()
    assert target.current_workflow_state is None
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("wagtailadmin_pages:edit", args=[target.pk]), {"action": "publish"})
    target.refresh_from_db()
    assert not target.live
