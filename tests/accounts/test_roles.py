"""Each job has exactly its rights, in its languages, however often they are set."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from accounts.models import User
from accounts.roles import ensure_demo_accounts, ensure_roles, ensure_workflow
from seed.factories.accounts import make_user
from tests.accounts.conftest import PASSWORD, add_home


def can(people, name, page):
    rights = page.permissions_for_user(User.objects.get(pk=people[name].pk))
    return "".join(
        letter
        for letter, right in (("a", rights.can_add_subpage()), ("e", rights.can_edit()), ("p", rights.can_publish()))
        if right
    )


@pytest.mark.parametrize(
    ("name", "english", "french", "romani"),
    [
        ("admin", "aep", "aep", "aep"),
        ("editor", "ae", "", ""),
        ("moderator", "aep", "", ""),
        ("coordinator", "ae", "aep", "aep"),
        ("translator-fr", "", "e", ""),
        ("reviewer-fr", "", "ep", ""),
        ("translator-rom", "", "", "e"),
        ("officer", "", "", ""),
    ],
)
def test_each_job_acts_on_its_languages_only(tree, people, name, english, french, romani):
    assert (can(people, name, tree.en), can(people, name, tree.fr), can(people, name, tree.rom)) == (
        english,
        french,
        romani,
    )


def test_officers_change_the_members_and_nothing_else(tree, people):
    assert "e" in can(people, "officer", tree.members)
    assert "p" in can(people, "officer", tree.members)
    assert can(people, "officer", tree.story_en) == ""


def test_only_coordinators_hand_pages_to_translation(people):
    allowed = {
        name for name in people if User.objects.get(username=name).has_perm("wagtail_localize.submit_translation")
    }
    assert allowed == {"admin", "coordinator"}


def test_translators_choose_pictures_and_add_none(people):
    translator = User.objects.get(username="translator-fr")
    held = set(
        Permission.objects.filter(groupcollectionpermission__group__user=translator).values_list("codename", flat=True)
    )
    assert held == {"choose_image", "choose_document"}


def test_everyone_reaches_the_editors_side(people, client):
    for user in people.values():
        client.force_login(user)
        assert client.get(reverse("wagtailadmin_home")).status_code == 200, user


def test_setting_the_rights_again_changes_nothing(people):
    def state():
        groups = {
            group.name: sorted(group.permissions.values_list("codename", flat=True)) for group in Group.objects.all()
        }
        return groups, sorted(GroupPagePermission.objects.values_list("pk", "group", "page", "permission"))

    before = state()
    ensure_roles()
    ensure_workflow()
    assert state() == before


def test_rights_beyond_the_job_are_taken_back(tree, people):
    editors = Group.objects.get(name="Editors")
    publish = Permission.objects.get(codename="publish_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=editors, page=tree.root, permission=publish)
    editors.permissions.add(Permission.objects.get(codename="delete_user"))
    ensure_roles()
    assert can(people, "editor", tree.en) == "ae"
    assert not User.objects.get(username="editor").has_perm("accounts.delete_user")


def test_groups_of_ones_own_are_left_alone(tree, people):
    mine = Group.objects.create(name="Interns")
    change = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=mine, page=tree.en, permission=change)
    ensure_roles()
    assert GroupPagePermission.objects.filter(group=mine).count() == 1


def test_a_new_language_brings_its_groups_and_its_second_reader(tree, people):
    assert not Group.objects.filter(name="Translators de").exists()
    german = add_home(Page.objects.get(pk=tree.root.pk), "de", tree.en)
    ensure_roles()
    ensure_workflow()
    assert Group.objects.filter(name__in=["Translators de", "Reviewers de"]).count() == 2
    make_user("uebersetzerin", groups=["Translators de"])
    assert german.permissions_for_user(User.objects.get(username="uebersetzerin")).can_edit()
    assert german.get_workflow().name == "Second reader"
    assert "p" in can(people, "coordinator", german)


def test_rights_can_be_set_before_there_are_pages(db):
    Page.objects.filter(depth__gt=1).delete()
    ensure_roles()
    assert Group.objects.filter(name="Editors").exists()


def test_demo_accounts_keep_their_passwords(people, client):
    assert len(people) == 8
    assert client.login(username="editor", password=PASSWORD)
    ensure_demo_accounts("quite another one")
    assert client.login(username="editor", password=PASSWORD)
    assert User.objects.count() == 8


def test_without_a_password_nobody_can_log_in(tree):
    ensure_roles()
    users = ensure_demo_accounts("")
    assert not any(user.has_usable_password() for user in users.values())


def test_demo_accounts_are_neutral(people):
    assert all(user.first_name == "Demo" for user in people.values())
    assert people["editor"].label == "Demo editor"
    assert [name for name, user in people.items() if user.is_superuser] == ["admin"]
