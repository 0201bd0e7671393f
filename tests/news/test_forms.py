"""The story editor: drafts may be unfinished; publishing names what is missing and keeps what was typed."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from news.models import NewsPage
from seed.factories.library import make_image
from seed.factories.membership import make_member
from seed.factories.news import make_story, make_theme
from seed.factories.pages import translate_page

pytestmark = pytest.mark.django_db

INLINES = ("story_countries", "story_persons", "related_stories", "story_attachments", "story_notes")


@pytest.fixture
def editor(client):
    user = get_user_model().objects.create_superuser("ana", "ana@example.org", "three long words")
    client.force_login(user)
    return client


def form_data(**fields):
    data = {
        "title": "City of Innsbruck joins",
        "slug": "city-of-innsbruck-joins",
        "summary": "Innsbruck takes part from now on.",
        "date": "2013-04-26",
        "date_precision": "day",
        "place": "Innsbruck, Austria",
        "kind": "new_participant",
        "lead_image": "",
        "lead_alt": "",
        "lead_caption": "",
        "body": streamfield([("paragraph", rich_text("<p>We came to a school.</p>"))]),
        "story_themes": inline_formset([]),
        "story_members": inline_formset([]),
        **{name: inline_formset([]) for name in INLINES},
        "tags": "schools",
        "source_url": "",
        "legacy_id": "",
        "seo_title": "",
        "search_description": "",
        "comments": inline_formset([]),
        "go_live_at": "",
        "expire_at": "",
        **fields,
    }
    return nested_form_data(data)


def add_url(index):
    return reverse("wagtailadmin_pages:add", args=("news", "newspage", index.pk))


def send(editor, newsroom, action="", **fields):
    data = form_data(**fields)
    if action:
        data[action] = "1"
    return editor.post(add_url(newsroom.index), data)


def test_a_draft_may_be_unfinished(editor, newsroom):
    image = make_image()
    response = send(editor, newsroom, date="", lead_image=image.pk)
    assert response.status_code == 302
    draft = NewsPage.objects.get(slug="city-of-innsbruck-joins")
    assert not draft.live
    assert draft.date is None


def test_a_complete_story_is_published(editor, newsroom):
    image = make_image()
    themes = inline_formset([{"theme": newsroom.rights.pk, "ORDER": 1}])
    response = send(
        editor,
        newsroom,
        "action-publish",
        lead_image=image.pk,
        lead_alt="Children at a desk",
        story_themes=themes,
        story_members=inline_formset([{"member": newsroom.tirana.pk, "ORDER": 1}]),
    )
    assert response.status_code == 302
    story = NewsPage.objects.get(slug="city-of-innsbruck-joins")
    assert story.live
    assert [tag.name for tag in story.tags.all()] == ["schools"]
    assert story.story_themes.get().theme == newsroom.rights


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"date": ""}, "date"),
        ({"date": "not a day"}, "date"),
        ({"title": "x" * 256}, "title"),
        ({"place": "x" * 121}, "place"),
        ({"lead_caption": "x" * 301}, "lead_caption"),
        ({"source_url": "not an address"}, "source_url"),
    ],
)
def test_publishing_names_the_field_and_keeps_what_was_typed(editor, newsroom, wrong, field):
    response = send(editor, newsroom, "action-publish", **wrong)
    assert response.status_code == 200
    form = response.context["form"]
    assert field in form.errors
    assert form["tags"].value() == "schools"
    assert "We came to a school." in response.content.decode()
    assert not NewsPage.objects.exists()


def test_a_picture_needs_words_or_the_decorative_mark(editor, newsroom):
    image = make_image()
    joined = {
        "story_themes": inline_formset([{"theme": newsroom.rights.pk, "ORDER": 1}]),
        "story_members": inline_formset([{"member": newsroom.tirana.pk, "ORDER": 1}]),
    }
    response = send(editor, newsroom, "action-publish", lead_image=image.pk, **joined)
    assert response.context["form"].errors["lead_alt"] == ["Say what the picture shows, or mark it as decorative."]
    assert response.context["form"]["lead_image"].value() == str(image.pk)
    response = send(editor, newsroom, "action-publish", lead_image=image.pk, lead_decorative="on", **joined)
    assert response.status_code == 302


def test_handing_in_is_checked_like_publishing(editor, newsroom):
    story = make_story(newsroom.index, "Half done", live=False)
    url = reverse("wagtailadmin_pages:edit", args=(story.pk,))
    data = form_data(title="Half done", slug="half-done", date="") | {"action-publish": "1"}
    assert "date" in editor.post(url, data).context["form"].errors


def test_choices_are_in_the_language_of_the_story(editor, newsroom):
    make_theme("Schools")
    english = editor.get(add_url(newsroom.index)).content.decode()
    french = editor.get(add_url(newsroom.french)).content.decode()
    assert ">Rights</option>" in english
    assert ">Droits</option>" not in english
    assert ">Droits</option>" in french
    assert ">Rights</option>" not in french
    assert ">Tirana</option>" in english
    assert ">Tirana</option>" not in french


def test_a_choice_of_another_language_is_refused(editor, newsroom):
    themes = inline_formset([{"theme": newsroom.droits.pk, "ORDER": 1}])
    response = send(editor, newsroom, "action-publish", story_themes=themes)
    assert response.status_code == 200
    assert response.context["form"].formsets["story_themes"].errors[0]["theme"]


def test_a_choice_that_came_with_the_translation_stays(editor, newsroom, story):
    french = translate_page(story, "fr", title="Un papier", slug="un-papier")
    make_member(newsroom.tirana.get_parent(), "Volos", country="GR")
    page = editor.get(reverse("wagtailadmin_pages:edit", args=(french.pk,))).content.decode()
    assert f'<option value="{newsroom.rights.pk}" selected>Rights</option>' in page
    assert ">Volos</option>" not in page


def test_preview_shows_themes_that_are_not_saved_yet(editor, newsroom):
    story = make_story(newsroom.index, "Preview me")
    url = reverse("wagtailadmin_pages:preview_on_edit", args=(story.pk,))
    data = form_data(
        title="Preview me", slug="preview-me", story_themes=inline_formset([{"theme": newsroom.rights.pk, "ORDER": 1}])
    )
    assert editor.post(url, data).json()["is_valid"]
    page = editor.get(url).content.decode()
    assert "/en/news/theme/rights/" in page
    assert "schools" in page


def test_editors_keep_themes_in_each_language(editor, newsroom):
    page = editor.get(reverse("wagtailsnippets_news_theme:list")).content.decode()
    assert "Rights" in page
    response = editor.post(
        reverse("wagtailsnippets_news_theme:add") + "?locale=en",
        {"title": "Again", "slug": "rights", "introduction": ""},
    )
    assert response.status_code == 200
    assert response.context["form"].errors
