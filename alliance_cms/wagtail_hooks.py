"""What the building adds to the editors' side: its colours."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks


@hooks.register("insert_global_admin_css")
def brand() -> str:
    """Return the element that loads the site's colours into the editors' side."""
    return format_html('<link rel="stylesheet" href="{}">', static("admin/brand.css"))
