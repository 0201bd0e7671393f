"""The panel by which a draft is shared with somebody who has no account."""

from wagtail.admin.panels import Panel

__all__ = ["DraftLinksPanel"]


class DraftLinksPanel(Panel):
    """Makes a link to the latest version of the story, and lists those that work."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one story."""

        template_name = "news/editor/draft_links_panel.html"

        def get_context_data(self, parent_context=None):
            """Add the links that work."""
            links = self.instance.draft_links.all() if self.instance.pk else []
            return {**super().get_context_data(parent_context), "links": [link for link in links if link.works]}
