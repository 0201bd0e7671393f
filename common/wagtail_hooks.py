"""What common adds to the editors' side."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from common.admin.creating import page_viewset
from common.publishing_api import gate_pages

hooks.register("construct_admin_api", gate_pages)


@hooks.register("insert_global_admin_js")
def keep_typed_dates():
    """Load the script that keeps the date picker from replacing a wrong date.

    Returns:
        the element that loads it.
    """
    return format_html('<script src="{}"></script>', static("admin/dates.js"))


@hooks.register("insert_editor_js")
def wait_for_what_saves_itself():
    """Load the script that lets a button wait until the editor has saved what it is saving by itself.

    Returns:
        the element that loads it.
    """
    return format_html('<script src="{}"></script>', static("admin/saving.js"))


@hooks.register("register_admin_viewset")
def pages_are_made_once():
    """Return the editors' side of all pages."""
    return page_viewset
