"""Writing a story with the rights of a real job: checks, reasons, handing in, and the editor in French."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry
from wagtail.test.utils.form_data import inline_formset, rich_text, streamfield
from wagtail.users.models import UserProfile

from accounts.roles import ensure_demo_accounts, ensure_roles, ensure_workflow
from news.models import NewsPage
from seed.factories.library import make_image
from seed.factories.news import make_story
from tests.news.editing import add_url, edit_url, rows, story_data
from tests.worlds import world

pytestmark = pytest.mark.django_db


@world
def accounts(newsroom):
    ensure_roles()
    ensure_workflow()
    return ensure_demo_accounts("three long words")


@pytest.fixture
def moderator(client, accounts):
    client.force_login(accounts["moderator"])
    return client


def send(client, newsroom, action="action-publish", **fields):
    return client.post(add_url(newsroom.index), {**story_data(newsroom, **fields), action: "1"})


def picture():
    return {"lead_image": make_image().pk, "lead_alt": "A school"}


def test_a_usual_story_is_published_without_a_question(moderator, newsroom):
    assert send(moderator, newsroom, **picture()).status_code == 302
    assert NewsPage.objects.get(slug="city-of-innsbruck-joins").live


@pytest.mark.parametrize(
    ("wrong", "field"), [({"summary": ""}, "summary"), ({"lead_alt": ""}, "lead_alt"), ({"body": "quote"}, "body")]
)
def test_errors_stand_at_their_field_and_nothing_goes_out(moderator, newsroom, wrong, field):
    if wrong.get("body"):
        dead = '<p>We <a linktype="page" id="987654">came</a>.</p>'
        wrong = {"body": streamfield([("paragraph", rich_text(dead))])}
    response = send(moderator, newsroom, **{**picture(), **wrong, "checks_reason": "never mind"})
    assert field in response.context["form"].errors
    assert not NewsPage.objects.filter(live=True, slug="city-of-innsbruck-joins").exists()


def test_a_missing_theme_stands_at_the_themes(moderator, newsroom):
    response = send(moderator, newsroom, story_themes=inline_formset([]), **picture())
    formset = response.context["form"].formsets["story_themes"]
    assert formset.non_form_errors() == ["Choose at least one theme."]
    assert "Choose at least one theme." in response.content.decode()


def test_a_draft_may_lack_everything(moderator, newsroom):
    response = send(moderator, newsroom, "x", summary="", story_themes=inline_formset([]))
    assert response.status_code == 302
    assert not NewsPage.objects.get(slug="city-of-innsbruck-joins").live


def test_a_warning_asks_for_a_reason_and_keeps_it_in_the_history(moderator, newsroom, accounts):
    response = send(moderator, newsroom)
    assert "The story has no picture." in response.context["form"].errors["checks_reason"]
    assert "The story has no picture." in response.content.decode()
    response = send(moderator, newsroom, checks_reason="There was no photographer.")
    assert response.status_code == 302
    story = NewsPage.objects.get(slug="city-of-innsbruck-joins")
    assert story.live
    entry = PageLogEntry.objects.get(page=story.pk, action="news.override")
    assert entry.user == accounts["moderator"]
    assert entry.data["reason"] == "There was no photographer."
    assert entry.data["keys"] == ["picture"]
    history = moderator.get(reverse("wagtailadmin_pages:history", args=(story.pk,))).content.decode()
    assert "There was no photographer." in history


def test_the_reason_is_asked_for_in_one_place(moderator, newsroom):
    shown = moderator.get(add_url(newsroom.index)).content.decode()
    assert shown.count('name="checks_reason"') == 1


def test_a_story_that_is_read_and_not_touched_has_not_changed(moderator, newsroom):
    send(moderator, newsroom, **picture())
    story = NewsPage.objects.get(slug="city-of-innsbruck-joins")
    form = moderator.get(edit_url(story)).context["form"]
    assert not form.fields["date"].show_hidden_initial


def test_who_gave_a_reason_is_not_asked_again(moderator, newsroom):
    send(moderator, newsroom, checks_reason="There was no photographer.")
    story = NewsPage.objects.get(slug="city-of-innsbruck-joins")
    data = story_data(newsroom, title="City of Innsbruck joins us", story_themes=_kept(story, "story_themes", "theme"))
    data |= story_data(newsroom, story_members=_kept(story, "story_members", "member"), title="Joins us")
    response = moderator.post(edit_url(story), {**data, "action-publish": "1"})
    assert response.status_code == 302


def _kept(story, relation, name):
    link = getattr(story, relation).get()
    return inline_formset([{name: getattr(link, f"{name}_id"), "id": link.pk, "ORDER": 1}], initial=1)


def test_an_editor_hands_in_what_passes_the_checks(client, accounts, newsroom):
    client.force_login(accounts["editor"])
    assert "summary" in send(client, newsroom, "action-submit", summary="", **picture()).context["form"].errors
    assert send(client, newsroom, "action-submit", **picture()).status_code == 302
    story = NewsPage.objects.get(slug="city-of-innsbruck-joins")
    assert story.workflow_in_progress
    assert not story.live


def test_scheduling_is_checked_like_publishing(moderator, newsroom):
    later = (timezone.localtime() + timezone.timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    response = send(moderator, newsroom, summary="", go_live_at=later, **picture())
    assert "summary" in response.context["form"].errors


def test_an_embargo_schedules_and_says_so(moderator, newsroom):
    later = (timezone.localtime() + timezone.timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    response = moderator.post(
        add_url(newsroom.index),
        {**story_data(newsroom, embargo_until=later, **picture()), "action-publish": "1"},
        follow=True,
    )
    story = NewsPage.objects.get(slug="city-of-innsbruck-joins")
    assert not story.live
    assert story.approved_schedule
    page = response.content.decode()
    assert "scheduled for publishing" in page
    assert "embargo until" in page


def test_approving_without_the_form_is_checked_too(accounts, newsroom):
    story = make_story(newsroom.index, "Bare", live=False, summary="")
    with pytest.raises(PermissionDenied, match="summary"):
        story.get_latest_revision().publish(user=accounts["moderator"])
    assert not NewsPage.objects.get(pk=story.pk).live


def test_publishing_many_at_once_is_checked_too(moderator, newsroom):
    story = make_story(newsroom.index, "Bare", live=False, summary="")
    url = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish")) + f"?id={story.pk}"
    page = moderator.post(url, follow=True).content.decode()
    assert "Write a summary" in page
    assert not NewsPage.objects.get(pk=story.pk).live


def test_the_panel_shows_what_is_missing(moderator, newsroom):
    story = make_story(newsroom.index, "Bare", live=False, summary="")
    page = moderator.get(edit_url(story)).content.decode()
    panel = page[page.index("data-news-checks-list") :].partition("</div>")[0]
    assert re.search(r"Needed, Summary:</b> Write a summary", panel)
    assert "Please look, Cities and regions:" in panel
    assert reverse("news_checks", args=(story.pk,)) in page


def test_the_panel_asks_the_server_while_somebody_writes(moderator, newsroom):
    url = reverse("news_checks_new", args=(newsroom.index.pk,))
    found = moderator.post(url, story_data(newsroom, summary="")).json()["findings"]
    assert [(one["level"], one["field"]) for one in found] == [("error", "summary"), ("warning", "lead_image")]
    story = make_story(newsroom.index, "Bare", live=False)
    url = reverse("news_checks", args=(story.pk,))
    assert moderator.post(url, story_data(newsroom, **picture())).json()["findings"] == []
    assert [story.title for story in NewsPage.objects.all()] == ["Bare"]


def test_who_may_not_edit_gets_no_checks(client, accounts, newsroom):
    client.force_login(accounts["translator-fr"])
    response = client.post(reverse("news_checks_new", args=(newsroom.index.pk,)), story_data(newsroom))
    assert response.status_code in {302, 403}


def test_empty_rows_are_offered_and_may_stay_empty(moderator, newsroom):
    page = moderator.get(add_url(newsroom.index)).content.decode()
    assert 'name="story_themes-1-theme"' in page
    assert 'name="story_members-0-member"' in page
    themes = inline_formset([{"theme": newsroom.rights.pk, "ORDER": 1}, {"theme": "", "ORDER": 2}])
    assert send(moderator, newsroom, story_themes=themes, **picture()).status_code == 302
    assert NewsPage.objects.get(slug="city-of-innsbruck-joins").story_themes.count() == 1


def test_an_empty_row_may_stay_empty_after_saving_in_the_background(moderator, newsroom):
    story = make_story(newsroom.index, "Kept", live=False, themes=[newsroom.rights])
    link = story.story_themes.get()
    saved = [{"theme": "", "id": "", "ORDER": 1}, {"theme": newsroom.rights.pk, "id": link.pk, "ORDER": 2}]
    data = story_data(newsroom, title="Kept again", story_themes=inline_formset(saved, initial=2))
    assert moderator.post(edit_url(story), data).status_code == 302
    draft = NewsPage.objects.get(pk=story.pk).get_latest_revision_as_object()
    assert (draft.title, draft.story_themes.count()) == ("Kept again", 1)


def test_pins_notes_and_attachments_are_saved(moderator, newsroom):
    other = make_story(newsroom.index, "Other")
    note = {"kind": "correction", "date": "2026-03-01 12:00", "text": "The year was wrong.", "public": "on"}
    response = send(moderator, newsroom, related_stories=rows(story=other.pk), story_notes=rows(**note), **picture())
    assert response.status_code == 302
    story = NewsPage.objects.get(slug="city-of-innsbruck-joins")
    assert story.related_stories.get().story == other
    assert story.story_notes.get().text == "The year was wrong."


def test_all_stories_stand_in_one_list(moderator, newsroom):
    make_story(newsroom.index, "One of them", kind="prize")
    page = moderator.get(reverse("stories:index")).content.decode()
    assert "One of them" in page
    assert "Prize" in page
    assert "2018" in page


def test_the_editor_speaks_french(client, accounts, newsroom):
    profile = UserProfile.get_for_user(accounts["moderator"])
    profile.preferred_language = "fr"
    profile.save()
    client.force_login(accounts["moderator"])
    story = make_story(newsroom.index, "Bare", live=False, summary="")
    for url in (
        add_url(newsroom.index),
        edit_url(story),
        reverse("news_draft_links", args=(story.pk,)),
        reverse("stories:index"),
    ):
        page = client.get(url)
        assert page.status_code == 200
        assert '<html lang="fr"' in re.sub(r"\s+", " ", page.content.decode())


def test_who_approves_an_unready_story_without_its_form_reads_what_it_lacks(moderator, newsroom, accounts):
    page = make_story(newsroom.index, live=False)
    state = page.get_workflow().start(page, accounts["editor"])
    names = (page.pk, "approve", state.current_task_state.pk)
    answer = moderator.post(reverse("wagtailadmin_pages:workflow_action", args=names), {"comment": ""}, follow=True)
    said = [str(message) for message in answer.context["messages"]]
    assert any(one.startswith(f"“{page.title}” was not published. Themes: ") for one in said), said
    page.refresh_from_db()
    assert not page.live
