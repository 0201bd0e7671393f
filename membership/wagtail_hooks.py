"""What the room adds to the editors' side."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import page_permission_policy
from wagtail.snippets.models import register_snippet

from membership.admin.exporting import export
from membership.admin.imports import import_list, import_one, import_undo
from membership.admin.places import places
from membership.admin.rights import keeps_records
from membership.admin.states import ChangeStates
from membership.countries_admin import CountryIntroductionViewSet
from membership.imports.history import name_import
from membership.listing_admin import MemberListing
from membership.stated_admin import ACTIONS, StatedNumbersView

register_snippet(CountryIntroductionViewSet)
hooks.register("register_log_actions", name_import)
hooks.register("register_bulk_action", ChangeStates)


@hooks.register("register_admin_viewset")
def register_listing():
    """Return the flat list that stands in the admin's menu."""
    return MemberListing("member_pages")


@hooks.register("register_admin_urls")
def addresses():
    """The officers' views of members."""
    return [
        path("members/import/", import_list, name="membership_imports"),
        path("members/import/<int:import_id>/", import_one, name="membership_import"),
        path("members/import/<int:import_id>/undo/", import_undo, name="membership_import_undo"),
        path("members/export.<str:ending>", export, name="membership_export"),
        path("members/places/", places, name="membership_places"),
        path("reports/stated-numbers/", StatedNumbersView.as_view(), name="membership_stated_numbers"),
    ]


class ImportMenuItem(MenuItem):
    """Leads to imports, for those who keep the records."""

    def is_shown(self, request):
        """Tell whether the user keeps the records; the view asks again."""
        return keeps_records(request.user)


@hooks.register("register_admin_menu_item")
def import_menu_item():
    """Return the entry of the menu."""
    return ImportMenuItem(
        _("Import members"), reverse("membership_imports"), name="import-members", icon_name="upload", order=211
    )


class StatedNumbersItem(MenuItem):
    """Leads to the report of numbers in texts, for those who may change a page."""

    def is_shown(self, request):
        """Tell whether the user may change some page; the view asks again."""
        return page_permission_policy.user_has_any_permission(request.user, ACTIONS)


@hooks.register("register_reports_menu_item")
def stated_numbers_item():
    """Return the entry of the report."""
    return StatedNumbersItem(_("Numbers in texts"), reverse("membership_stated_numbers"), icon_name="order", order=880)


@hooks.register("insert_global_admin_css")
def point_css():
    """Return the element that loads the look of the officers' screens."""
    return format_html('<link rel="stylesheet" href="{}">', static("membership/admin/point.css"))


@hooks.register("insert_editor_js")
def point_js():
    """Return the element that loads the picker of a point."""
    return format_html('<script type="module" src="{}"></script>', static("membership/admin/point.js"))
