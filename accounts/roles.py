"""Groups, rights, workflow and demo accounts. Everything here is safe to call again and again."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from accounts.demo import ensure_demo_accounts
from accounts.jobs import SECOND_READER, homes, roles
from accounts.models import SecondReaderTask

__all__ = ["ensure_demo_accounts", "ensure_roles", "ensure_workflow"]


@transaction.atomic
def ensure_roles():
    """Make the groups of all jobs, for every language that is open, and set their rights exactly.

    Rights that were added by hand to these groups are taken back: make a group of your own for those.

    Returns:
        list of Group.
    """
    return [_ensure_role(role) for role in roles(homes())]


def _ensure_role(role):
    group, _created = Group.objects.get_or_create(name=role.name)
    group.permissions.set(_permissions(role.general))
    _ensure_page_rights(group, role.pages)
    _ensure_file_rights(group, _permissions(role.files))
    return group


def _permissions(names):
    codenames = {name.split(".")[1] for name in names}
    rows = Permission.objects.filter(codename__in=codenames).select_related("content_type")
    return [row for row in rows if f"{row.content_type.app_label}.{row.codename}" in names]


def _ensure_page_rights(group, pages):
    wanted = {(page, codename) for page, codenames in pages.items() for codename in codenames}
    for right in GroupPagePermission.objects.filter(group=group).select_related("permission"):
        key = (right.page_id, right.permission.codename)
        if key in wanted:
            wanted.remove(key)
        else:
            right.delete()
    permissions = {one.codename: one for one in Permission.objects.filter(content_type__app_label="wagtailcore")}
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page_id=page, permission=permissions[codename])
        for page, codename in sorted(wanted)
    )


def _ensure_file_rights(group, permissions):
    root = Collection.get_first_root_node() or Collection.add_root(name="Root")
    rights = GroupCollectionPermission.objects.filter(group=group)
    rights.exclude(permission__in=permissions).delete()
    there = set(rights.filter(collection=root).values_list("permission_id", flat=True))
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=root, permission=permission)
        for permission in permissions
        if permission.pk not in there
    )


@transaction.atomic
def ensure_workflow():
    """Make the workflow in which a second person reads, and set it to work in every language.

    Returns:
        the Workflow.
    """
    workflow, _created = Workflow.objects.get_or_create(name=SECOND_READER, defaults={"active": True})
    task = SecondReaderTask.objects.filter(name=SECOND_READER).first()
    task = task or SecondReaderTask.objects.create(name=SECOND_READER, active=True)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    for page in homes().values():
        WorkflowPage.objects.update_or_create(page=page, defaults={"workflow": workflow})
    return workflow
