"""What common adds to the editors' side."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks


@hooks.register("insert_global_admin_js")
def keep_typed_dates():
    """Load the script that keeps the date picker from replacing a wrong date.

    Returns:
        the element that loads it.
    """
    return format_html('<script src="{}"></script>', static("admin/dates.js"))
