"""What the room adds to the editors' side."""

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from search.admin.promotions import PromotionViewSet
from search.admin.report import SEE, add_form, searches

register_snippet(PromotionViewSet)


class SearchesItem(MenuItem):
    """The report in the menu of reports, for those who may see it."""

    def is_shown(self, request):
        """Tell whether a user may see the report."""
        return request.user.has_perm(SEE)


@hooks.register("register_reports_menu_item")
def searches_item():
    """The report in the menu of reports."""
    return SearchesItem(_("What readers look for"), reverse("search_searches"), icon_name="search", order=900)


@hooks.register("register_admin_urls")
def addresses():
    """The editors' views of the search."""
    return [
        path("searches/", searches, name="search_searches"),
        path("searches/glossary/", add_form, name="search_add_form"),
    ]


@hooks.register("register_permissions")
def permissions():
    """The right to see what readers look for, beside the rights on promoted results."""
    return Permission.objects.filter(content_type__app_label="search", codename="view_searchedfor")
