"""The second pair of eyes: whoever wrote a version does not approve it."""

from contextvars import ContextVar

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, TaskState
from wagtail.permissions import policy_registry

from common.gates import refuse

WHY = _("You wrote this version, so someone else has to approve it.")
# The request, by the name that the history gives it, in which somebody decides in the editor of a page.
_deciding: ContextVar[object] = ContextVar("accounts.deciding", default=None)


def may_publish(item, user):
    """Tell whether a user may publish a page or snippet, by the rights of their groups.

    Args:
        item: the page or snippet.
        user: the user.

    Returns:
        bool.
    """
    return policy_registry.get(item).user_has_permission_for_instance(user, "publish", item)


def wrote_latest(item, user):
    """Tell whether a user wrote the version that would go live.

    Args:
        item: the page or snippet.
        user: the user.

    Returns:
        bool, False where the author is not known.
    """
    revision = item.get_latest_revision()
    return bool(revision) and revision.user_id is not None and revision.user_id == user.pk


def decide_in_editor():
    """Note that this request decides in the editor of a page, where changes are saved before the decision is taken."""
    _deciding.set(get_active_log_context().uuid)


def decides_in_editor():
    """Tell whether this request decides in the editor of a page.

    Returns:
        bool.
    """
    return _deciding.get() is not None and _deciding.get() == get_active_log_context().uuid


class SecondReading:
    """How a second reader's step behaves. Mixed into the task model."""

    def get_actions(self, obj, user):
        """List what a user may do with a version that waits.

        Args:
            obj: the page or snippet.
            user: the user.

        Returns:
            list of (name, label, whether it asks for a comment), empty for the author.
        """
        if not may_publish(obj, user) or wrote_latest(obj, user):
            return []
        return [
            ("reject", _("Request changes"), True),
            ("approve", _("Approve"), False),
            ("approve", _("Approve with comment"), True),
        ]

    def on_action(self, task_state, user, action_name, **kwargs):
        """Carry out an action, unless the user may not publish or is the author.

        Who changes a version in its editor and decides in the same step has become its author by that: the changes
        stay saved, the version goes on waiting, and `explain_own_changes` says so.

        Args:
            task_state: where the workflow stands.
            user: the user.
            action_name: "approve" or "reject".
            kwargs: the comment, if any.

        Returns:
            None, or an address to go to.

        Raises:
            PermissionDenied: for the author of the version, and for those who may not publish.
        """
        item = task_state.workflow_state.content_object
        if not may_publish(item, user):
            refuse(item, gettext("You may not publish this."))
        if wrote_latest(item, user):
            if decides_in_editor():
                return None
            refuse(item, str(WHY))
        return super().on_action(task_state, user, action_name, **kwargs)

    def locked_for_user(self, obj, user):
        """Lock a waiting version to all but those who may publish it.

        Args:
            obj: the page or snippet.
            user: the user.

        Returns:
            bool.
        """
        return not may_publish(obj, user)

    def get_task_states_user_can_moderate(self, user, **kwargs):
        """Find what waits for this user as a second reader.

        Args:
            user: the user.
            kwargs: none.

        Returns:
            queryset of task states.
        """
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        ids = [int(pk) for pk in waiting.values_list("workflow_state__object_id", flat=True) if pk.isdigit()]
        publishable = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "publish")
        pages = publishable.filter(pk__in=ids).exclude(latest_revision__user=user).values_list("pk", flat=True)
        return waiting.filter(workflow_state__object_id__in=[str(pk) for pk in pages])

    @classmethod
    def get_description(cls):
        """Describe the step to those who build workflows.

        Returns:
            str.
        """
        return _("Someone who may publish the page, and did not write this version, approves it")
