"""Letters to second readers, and words on the page for those who may not approve."""

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy
from wagtail.admin.mail import GroupApprovalTaskStateSubmissionEmailNotifier
from wagtail.models import TaskState
from wagtail.permissions import policy_registry
from wagtail.signals import task_submitted

from accounts.models import SecondReaderTask
from accounts.second_reader import WHY, decide_in_editor, may_publish, wrote_latest

OWN_CHANGES = gettext_lazy(
    "Your changes are saved, and nothing has been decided. With them you wrote this version, so someone else has to "
    "approve it."
)


class SecondReaderNotifier(GroupApprovalTaskStateSubmissionEmailNotifier):
    """Writes to all who may approve a version, and not to its author."""

    def can_handle(self, instance, **kwargs):
        """Tell whether a step of a workflow is a second reading.

        Args:
            instance: the task state.
            kwargs: what else the signal carries.

        Returns:
            bool.
        """
        return isinstance(instance, TaskState) and isinstance(instance.task.specific, SecondReaderTask)

    def get_recipient_users(self, task_state, **kwargs):
        """Choose who is written to.

        Args:
            task_state: where the workflow stands.
            kwargs: what else the signal carries.

        Returns:
            queryset of users.
        """
        item = task_state.workflow_state.content_object
        policy = policy_registry.get(item)
        readers = policy.users_with_permission_for_instance("publish", item).values_list("pk", flat=True)
        writer = task_state.revision.user_id if task_state.revision else None
        return get_user_model().objects.filter(pk__in=list(readers), is_active=True).exclude(pk=writer)


notify_second_readers = SecondReaderNotifier()


def connect():
    """Write to second readers when a version is handed in. Called once, when the app is ready."""
    task_submitted.connect(notify_second_readers, sender=TaskState, dispatch_uid="accounts.second_readers")


def waits_for_second_reader(page):
    """Tell whether a page waits for its second reader.

    Args:
        page: the page.

    Returns:
        bool.
    """
    return isinstance(page.current_workflow_task, SecondReaderTask)


def explain_to_author(request, page):
    """Say on the editor's page why its author finds no button to approve.

    Args:
        request: the request for the editor.
        page: the page being opened.
    """
    if not waits_for_second_reader(page):
        return
    if request.method != "GET":
        decide_in_editor()
    elif may_publish(page, request.user) and wrote_latest(page, request.user):
        messages.info(request, WHY)


def explain_own_changes(request, page):
    """Say to whoever changed a version and decided in the same step why it still waits.

    Args:
        request: the request that was just carried out.
        page: the page as it was saved.

    Returns:
        a redirect back to the editor with the reason, or None where nothing was to be decided.
    """
    if "action-workflow-action" not in request.POST or not waits_for_second_reader(page):
        return None
    if not wrote_latest(page, request.user):
        return None
    messages.warning(request, OWN_CHANGES)
    return redirect("wagtailadmin_pages:edit", page.pk)


def refuse_own_publication(request, page):
    """Keep an author from putting live what waits for a second reader.

    Args:
        request: the request to publish.
        page: the page.

    Returns:
        a redirect back to the editor with the reason, or None to go on.
    """
    if not waits_for_second_reader(page):
        return None
    waiting = page.current_workflow_task_state.revision
    if waiting is None or waiting.user_id != request.user.pk:
        return None
    messages.error(request, WHY)
    return redirect("wagtailadmin_pages:edit", page.pk)
