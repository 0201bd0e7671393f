"""What the room adds to the editors' side."""

from wagtail import hooks

from membership.listing_admin import MemberListing


@hooks.register("register_admin_viewset")
def register_listing():
    """Return the flat list that stands in the admin's menu."""
    return MemberListing("member_pages")
