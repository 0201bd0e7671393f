"""Who may do what with applications: rights on the model, and nothing else opens them."""

from django.core.exceptions import PermissionDenied
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from applications.records import Application


class ApplicationPolicy(ModelPermissionPolicy):
    """Rights on applications, by the group's rights on the model; being able to enter the admin is not enough."""

    def allows(self, user, action):
        """Tell whether a user may do something with applications.

        Args:
            user: the user.
            action: "view", "change", "delete" or "export".
        """
        return bool(user.is_active and self.user_has_permission(user, action))


policy = ApplicationPolicy(Application)


def require(user, *actions):
    """Refuse whoever may not do some things with applications, before anything is looked up.

    Args:
        user: the user.
        actions: "view", "change", "delete" or "export".

    Raises:
        PermissionDenied: for everybody else, whether the application exists or not.
    """
    if not all(policy.allows(user, action) for action in actions):
        raise PermissionDenied


def register():
    """Make these rights the ones that every part of the editors' side asks for."""
    register_permission_policy(Application, policy, exact_class=True)
