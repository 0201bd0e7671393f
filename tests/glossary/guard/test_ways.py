"""Whatever way a person takes, an insult outside a quotation does not reach readers; inside one it does with a note."""

import datetime
import json

import pytest
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import Translation, TranslationSource

from common.forms import PageForm, SnippetForm
from news.models import NewsPage, Theme
from search.models import Promotion
from seed.factories.library import make_image
from seed.factories.news import make_story, make_theme
from seed.factories.people import make_people_index, make_person
from tests.glossary.guard.test_publishing import INSULT, QUOTED, paragraph
from tests.news.editing import edit_url, story_data
from tests.translations.conftest import translate

pytestmark = pytest.mark.django_db


def draft_of(newsroom, markup=INSULT, title="A fair"):
    return make_story(newsroom.index, title, live=False, themes=[newsroom.rights], body=[("paragraph", markup)])


def is_live(page):
    return Page.objects.get(pk=page.pk).live


def said(response):
    return " ".join(str(one) for one in get_messages(response.wsgi_request)) + response.content.decode()


def form(newsroom, markup, **fields):
    picture = {"lead_image": make_image().pk, "lead_alt": "A school"}
    return {**story_data(newsroom, **picture, **paragraph(markup)), **fields}


@pytest.mark.parametrize("account", ["moderator", "admin"])
def test_not_by_the_button(client, newsroom, term, accounts, account):
    story = draft_of(newsroom)
    client.force_login(accounts[account])
    assert "offensive" in said(client.post(edit_url(story), form(newsroom, INSULT, **{"action-publish": "1"})))
    assert not is_live(story)


def test_not_by_a_date(client, newsroom, term, accounts):
    story = draft_of(newsroom)
    client.force_login(accounts["moderator"])
    soon = (timezone.now() + datetime.timedelta(hours=1)).strftime("%Y-%m-%d %H:%M")
    answer = client.post(edit_url(story), form(newsroom, INSULT, go_live_at=soon, **{"action-publish": "1"}))
    assert "offensive" in said(answer)
    call_command("publish_scheduled")
    assert not story.revisions.filter(approved_go_live_at__isnull=False).exists()
    assert not is_live(story)


def test_not_together_with_what_stands_below(client, newsroom, term, accounts):
    story = draft_of(newsroom)
    client.force_login(accounts["admin"])
    address = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    answer = client.post(f"{address}?id={newsroom.index.pk}&next=/admin/", {"include_descendants": "on"})
    assert "tinkers" in said(answer)
    assert not is_live(story)


@pytest.mark.parametrize(("markup", "goes_out"), [(INSULT, False), (QUOTED, True)])
def test_not_by_the_interface_of_the_editors_side(client, newsroom, term, accounts, markup, goes_out):
    story = draft_of(newsroom, markup)
    client.force_login(accounts["moderator"])
    address = reverse("wagtailadmin_api:pages:action", args=[story.pk, "publish"])
    answer = client.post(address, {}, content_type="application/json")
    assert answer.status_code == (200 if goes_out else 400)
    assert is_live(story) == goes_out


def test_not_by_approval(client, newsroom, term, accounts):
    story = draft_of(newsroom, QUOTED)
    story.get_workflow().start(story, accounts["editor"])
    story.body = draft_of(newsroom, INSULT, "Another fair").body
    story.save_revision(user=accounts["editor"])
    state = story.current_workflow_task_state
    client.force_login(accounts["moderator"])
    address = reverse("wagtailadmin_pages:workflow_action", args=[story.pk, "approve", state.pk])
    client.post(address, {})
    assert not is_live(story)
    answer = client.post(
        edit_url(story),
        form(newsroom, INSULT, **{"action-workflow-action": "1", "workflow-action-name": "approve"}),
    )
    assert "offensive" in said(answer)
    assert not is_live(story)


def test_every_type_of_page_has_a_form_that_asks():
    for model in _below(Page):
        if not model._meta.abstract and model._meta.app_label != "wagtailcore":
            assert issubclass(model.get_edit_handler().get_form_class(), PageForm), model


def _below(model):
    for one in model.__subclasses__():
        yield one
        yield from _below(one)


def test_every_snippet_that_readers_see_has_a_form_that_asks():
    for model in set(get_snippet_models()) - {Promotion}:
        assert issubclass(model.snippet_viewset.get_edit_handler().get_form_class(), SnippetForm), model


def test_not_in_a_snippet(client, newsroom, term, accounts):
    client.force_login(accounts["admin"])
    address = reverse("wagtailsnippets_news_theme:edit", args=[newsroom.rights.pk])
    data = {"title": "Tinkers", "slug": newsroom.rights.slug, "introduction": "“Tinkers”, they were called."}
    answer = client.post(address, data)
    assert "offensive" in said(answer)
    assert "moderator" not in str(answer.context["form"].errors)
    assert not Theme.objects.filter(title="Tinkers").exists()
    client.post(address, {**data, "title": "Names"})
    assert Theme.objects.filter(title="Names", introduction__contains="Tinkers").exists()


def test_not_in_the_translation_of_a_snippet(client, newsroom, term, accounts, django_capture_on_commit_callbacks):
    theme = make_theme("Fairs")
    source, _made = TranslationSource.update_or_create_from_instance(theme)
    translation = Translation.objects.create(source=source, target_locale=newsroom.french.locale)
    translate(translation, title="Foires", slug="foires", introduction="Sur les foires.")
    translation.save_target()
    target = translation.get_target_instance()
    client.force_login(accounts["admin"])
    address = reverse("wagtailsnippets_news_theme:edit", args=[target.pk])
    for title, goes_out in [("Les romanichels", False), ("Les foires", True)]:
        translate(translation, title=title)
        with django_capture_on_commit_callbacks(execute=True):
            client.post(address, {"action": "publish"})
        assert Theme.objects.filter(pk=target.pk, title=title).exists() == goes_out


def test_not_in_a_person(client, newsroom, term, accounts):
    person = make_person(make_people_index(newsroom.home), live=False, biography="<p>He met tinkers.</p>")
    client.force_login(accounts["moderator"])
    answer = client.post(reverse("wagtailadmin_api:pages:action", args=[person.pk, "publish"]))
    assert "tinkers" in answer.json()["biography"][0]
    assert not is_live(person)


def test_inside_a_quotation_there_is_a_note(client, newsroom, term, accounts):
    story = draft_of(newsroom, QUOTED)
    client.force_login(accounts["editor"])
    texts = [{"name": "body", "text": "“The tinkers came,” the old letter says.", "quoted": False}]
    asked = json.dumps({"path": edit_url(story), "texts": texts})
    (found,) = client.post(reverse("guard_check"), asked, content_type="application/json").json()["findings"]
    assert (found["quiet"], "comment" in found["note"]) == ("quotation", True)
    client.force_login(accounts["moderator"])
    client.post(edit_url(story), form(newsroom, QUOTED, **{"action-publish": "1"}))
    assert NewsPage.objects.get(pk=story.pk).live
