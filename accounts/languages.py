"""Which languages a user may work in. Page rights are the one source: they stand on each language's home page."""

from wagtail.models import Locale
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy

READING = {"view", "choose"}


def editable_locales(user):
    """Find the languages whose pages a user may change.

    Args:
        user: the user.

    Returns:
        frozenset of Locale ids. It is remembered on the user for the length of a request.
    """
    if not hasattr(user, "_editable_locales"):
        user._editable_locales = _find_locales(user)
    return user._editable_locales


def _find_locales(user):
    if not user.is_active or user.is_anonymous:
        return frozenset()
    if user.is_superuser:
        return frozenset(Locale.objects.values_list("pk", flat=True))
    rights = PagePermissionPolicy().get_cached_permissions_for_user(user)
    pages = [one.page for one in rights if one.permission.codename == "change_page"]
    if any(page.depth == 1 for page in pages):
        return frozenset(Locale.objects.values_list("pk", flat=True))
    return frozenset(page.locale_id for page in pages)


def may_edit_locale(user, locale_id):
    """Tell whether a user works in a language.

    Args:
        user: the user.
        locale_id: id of the Locale.

    Returns:
        bool.
    """
    return locale_id in editable_locales(user)


class LanguagePermissionPolicy(ModelPermissionPolicy):
    """Rights on translatable snippets: the group's right on the model, and only in the user's languages."""

    def user_has_permission_for_instance(self, user, action, instance):
        """Decide on one row.

        Args:
            user: the user.
            action: "add", "change", "delete", "view" and so on.
            instance: the row.

        Returns:
            bool.
        """
        if not self.user_has_permission(user, action):
            return False
        return action in READING or may_edit_locale(user, instance.locale_id)

    def instances_user_has_any_permission_for(self, user, actions):
        """List the rows on which a user may do any of some actions.

        Args:
            user: the user.
            actions: names of actions.

        Returns:
            queryset.
        """
        rows = super().instances_user_has_any_permission_for(user, actions)
        if any(action in READING and self.user_has_permission(user, action) for action in actions):
            return rows
        return rows.filter(locale_id__in=editable_locales(user))

    def users_with_any_permission_for_instance(self, actions, instance):
        """List the users who may do any of some actions on one row.

        Args:
            actions: names of actions.
            instance: the row.

        Returns:
            queryset of users.
        """
        users = super().users_with_any_permission_for_instance(actions, instance)
        allowed = [user.pk for user in users if self.user_has_any_permission_for_instance(user, actions, instance)]
        return users.filter(pk__in=allowed)
