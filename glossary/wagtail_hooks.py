"""What the room adds to the editors' side."""

from wagtail import hooks

from glossary.listing_admin import TermListing


@hooks.register("register_admin_viewset")
def register_listing():
    """Return the flat list that stands in the admin's menu."""
    return TermListing("term_pages")
