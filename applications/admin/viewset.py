"""The inbox in the admin: its addresses and its place in the menu."""

from django.urls import path, re_path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from applications.admin import accepting, bulk, correcting, desk, listing, office, papers, persons
from applications.policy import policy


class InboxItem(MenuItem):
    """The entry in the menu, for those who may see applications."""

    def is_shown(self, request):
        """Tell whether the user may see applications."""
        return policy.allows(request.user, "view")


class Inbox(ViewSet):
    """All addresses of the inbox; each view asks for its right by itself."""

    name = "applications"
    icon = "mail"
    menu_label = _("Applications")
    menu_order = 205
    menu_item_class = InboxItem
    add_to_admin_menu = True

    def get_urlpatterns(self):
        """Return the addresses; the first is that of the menu."""
        return [
            path("", listing.inbox, name="index"),
            re_path(r"^export\.(?P<fmt>csv|xlsx)$", listing.export, name="export"),
            path("views/", listing.save_view, name="save_view"),
            path("views/<int:pk>/drop/", listing.drop_view, name="drop_view"),
            path("bulk/", bulk.bulk, name="bulk"),
            path("<int:pk>/", desk.detail, name="detail"),
            path("<int:pk>/accept/", accepting.accept_view, name="accept"),
            path("<int:pk>/correct/", correcting.correct, name="correct"),
            path("<int:pk>/document/<int:number>/", papers.document, name="document"),
            re_path(r"^(?P<pk>\d{1,18})/data\.(?P<fmt>json|csv)$", persons.export_one, name="export_one"),
            path("<int:pk>/erase/", persons.erase_one, name="erase"),
            path("person/", persons.person, name="person"),
            path("person/erase/", persons.erase_person, name="erase_person"),
            path("outbox/", papers.outbox, name="outbox"),
            path("outbox/<int:number>/again/", papers.resend, name="resend"),
            path("templates/", office.templates, name="templates"),
            path("templates/new/", office.template, name="new_template"),
            path("templates/<int:pk>/", office.template, name="template"),
            path("templates/<int:pk>/delete/", office.drop_template, name="drop_template"),
            path("settings/", office.office_settings, name="settings"),
            path("logs/", office.logs, name="logs"),
        ]
