"""What the room adds to the editors' side."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from people.admin import PersonListing, QuotationViewSet

register_snippet(QuotationViewSet)


@hooks.register("register_admin_viewset")
def register_listing():
    """Return the flat list that stands in the admin's menu."""
    return PersonListing("person_pages")
