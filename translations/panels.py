"""“My work” on the dashboard: what a person is asked to translate and has not done."""

from wagtail.admin.ui.components import Component

from translations.board import work_of

MOST = 10


class MyWork(Component):
    """The most urgent translations of a person; not shown where there are none."""

    name = "my_translations"
    template_name = "translations/admin/my_work.html"
    order = 90

    def get_context_data(self, parent_context: dict) -> dict:
        """What the template needs.

        Args:
            parent_context: The context of the dashboard, with the request.
        """
        cells = work_of(parent_context["request"].user)
        return {"cells": cells[:MOST], "more": len(cells) > MOST}
