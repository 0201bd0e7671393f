"""What the room adds to the editors' side."""

from wagtail.snippets.models import register_snippet

from news.admin import ThemeViewSet

register_snippet(ThemeViewSet)
