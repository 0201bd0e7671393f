"""Whoever wrote a version does not approve it, at any door."""

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import Page, TaskState

WHY = "You wrote this version"


def hand_in(page, author):
    """Save a version by this author and hand it in."""
    page.save_revision(user=author)
    page.get_workflow().start(page, author)
    return Page.objects.get(pk=page.pk)


def act(client, page, action="approve"):
    """Press a button of the workflow."""
    state = page.current_workflow_task_state or TaskState.objects.latest("pk")
    address = reverse("wagtailadmin_pages:workflow_action", args=(page.pk, action, state.pk))
    return client.post(address, {"comment": "Please check the date."})


def test_a_moderator_approves_what_an_editor_wrote(tree, people, log_in):
    page = hand_in(tree.story_en, people["editor"])
    assert act(log_in("moderator"), page).status_code == 302
    assert Page.objects.get(pk=page.pk).live


def test_a_moderator_sends_back_with_a_reason(tree, people, log_in):
    page = hand_in(tree.story_en, people["editor"])
    act(log_in("moderator"), page, "reject")
    page = Page.objects.get(pk=page.pk)
    assert not page.live
    assert page.current_workflow_state.status == "needs_changes"


@pytest.mark.parametrize("name", ["moderator", "admin"])
def test_nobody_approves_their_own_version(tree, people, log_in, name):
    page = hand_in(tree.story_en, people[name])
    client = log_in(name)
    act(client, page)
    assert not Page.objects.get(pk=page.pk).live
    assert page.current_workflow_task.get_actions(page, people[name]) == []
    with pytest.raises(PermissionDenied, match=WHY):
        page.current_workflow_task.on_action(page.current_workflow_task_state, people[name], "approve")


def test_the_author_is_told_why_there_is_no_button(tree, people, log_in):
    page = hand_in(tree.story_en, people["moderator"])
    html = log_in("moderator").get(reverse("wagtailadmin_pages:edit", args=(page.pk,))).text
    assert WHY in html


def test_a_second_reader_is_not_told_so(tree, people, log_in):
    page = hand_in(tree.story_en, people["editor"])
    html = log_in("moderator").get(reverse("wagtailadmin_pages:edit", args=(page.pk,))).text
    assert WHY not in html


def publish_directly(client, page):
    """Press "Publish" in the editor."""
    fields = {"title": "Story", "slug": "story", "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}
    return client.post(reverse("wagtailadmin_pages:edit", args=(page.pk,)), fields | {"action-publish": "1"})


def change_and_approve(client, page, title):
    """Change the title in the editor and press "Approve" in the same step."""
    fields = {"title": title, "slug": "story", "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}
    act_of = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    return client.post(reverse("wagtailadmin_pages:edit", args=(page.pk,)), fields | act_of)


def test_who_changes_and_approves_in_one_step_is_told_and_loses_nothing(tree, people, log_in):
    page = hand_in(tree.story_en, people["editor"])
    client = log_in("moderator")
    response = change_and_approve(client, page, "A better title")
    assert response.url == reverse("wagtailadmin_pages:edit", args=(page.pk,))
    html = client.get(response.url).text
    assert "Your changes are saved, and nothing has been decided." in html
    assert "do not have permission" not in html
    page = Page.objects.get(pk=page.pk)
    assert not page.live
    assert page.get_latest_revision_as_object().title == "A better title"
    act(log_in("admin"), page)
    assert Page.objects.get(pk=page.pk).title == "A better title"


def test_who_approves_in_the_editor_without_a_change_approves(tree, people, log_in):
    page = hand_in(tree.story_en, people["editor"])
    change_and_approve(log_in("moderator"), page, "Story")
    assert Page.objects.get(pk=page.pk).live


def test_publishing_directly_is_no_way_round(tree, people, log_in):
    page = hand_in(tree.story_en, people["moderator"])
    client = log_in("moderator")
    response = publish_directly(client, page)
    assert response.url == reverse("wagtailadmin_pages:edit", args=(page.pk,))
    assert WHY in client.get(response.url).text
    assert not Page.objects.get(pk=page.pk).live


def test_a_moderator_may_publish_directly_what_someone_else_handed_in(tree, people, log_in):
    page = hand_in(tree.story_en, people["editor"])
    publish_directly(log_in("moderator"), page)
    assert Page.objects.get(pk=page.pk).live


@pytest.mark.parametrize("name", ["editor", "translator-fr", "reviewer-fr", "officer"])
def test_those_who_may_not_publish_cannot_approve(tree, people, log_in, name):
    page = hand_in(tree.story_en, people["moderator"])
    act(log_in(name), page)
    assert not Page.objects.get(pk=page.pk).live


def test_a_french_version_is_read_by_the_french_reviewer(tree, people, log_in):
    page = hand_in(tree.story_fr, people["translator-fr"])
    act(log_in("moderator"), page)
    assert not Page.objects.get(pk=page.pk).live
    act(log_in("reviewer-fr"), page)
    assert Page.objects.get(pk=page.pk).live


def test_each_finds_what_waits_for_them(tree, people):
    hand_in(tree.story_en, people["editor"])
    hand_in(tree.story_fr, people["translator-fr"])

    def waiting(name):
        states = TaskState.objects.reviewable_by(people[name])
        return {int(state.workflow_state.object_id) for state in states}

    assert waiting("moderator") == {tree.story_en.pk}
    assert waiting("reviewer-fr") == {tree.story_fr.pk}
    assert waiting("editor") == set()
    assert waiting("translator-fr") == set()


def test_letters_go_to_second_readers_and_not_to_the_author(tree, people, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        hand_in(tree.story_fr, people["translator-fr"])
    addressed = {address for letter in mail.outbox for address in letter.to}
    assert people["reviewer-fr"].email in addressed
    assert people["translator-fr"].email not in addressed
    assert people["editor"].email not in addressed
    assert people["moderator"].email not in addressed


def test_a_version_that_waits_is_locked_for_its_author_without_the_right_to_publish(tree, people):
    page = hand_in(tree.story_en, people["editor"])
    lock = page.get_lock()
    assert lock.for_user(people["editor"])
    assert not lock.for_user(people["moderator"])
