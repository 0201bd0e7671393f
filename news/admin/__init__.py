"""The editors' side of the news."""

from news.admin.stories import stories
from news.admin.themes import ThemeViewSet

__all__ = ["ThemeViewSet", "stories"]
