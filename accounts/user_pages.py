"""Tells Wagtail to use the site's own pages for users. Named in INSTALLED_APPS in the place of wagtail.users."""

from wagtail.users.apps import WagtailUsersAppConfig


class UserPagesConfig(WagtailUsersAppConfig):
    """Wagtail's users, with their languages."""

    user_viewset = "accounts.admin.users.LanguagesUserViewSet"
