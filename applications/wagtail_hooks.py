"""What the room adds to the editors' side."""

from django.contrib.auth.models import Permission
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from applications.admin.counters import Counters
from applications.admin.viewset import Inbox

hooks.register("register_admin_viewset", Inbox)


@hooks.register("construct_homepage_panels")
def add_counters(request, panels):
    """Put the counts on the dashboard."""
    panels.append(Counters())


@hooks.register("register_permissions")
def rights():
    """Offer the rights on applications where groups are edited."""
    return Permission.objects.filter(content_type__app_label="applications", content_type__model="application")


@hooks.register("insert_global_admin_css")
def look():
    """Load the look of the inbox."""
    return format_html('<link rel="stylesheet" href="{}">', static("applications/admin/inbox.css"))
