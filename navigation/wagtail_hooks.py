"""Registration with the admin."""

from wagtail.snippets.models import register_snippet

from navigation.admin.frame import FrameViewSet

register_snippet(FrameViewSet)
