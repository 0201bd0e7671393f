"""“My work” on the dashboard: what a person is asked to translate and has not done."""

from datetime import date

from wagtail.admin.ui.components import Component
from wagtail.models import Page

from translations.board import FINISHED, Cell
from translations.progress import PageState, all_translations, progress_of_all
from translations.snippets import has_unpublished_words

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


def work_of(user) -> list[Cell]:
    """What a person is asked to do and has not done, the most urgent first; for the dashboard.

    Args:
        user: An account.
    """
    asked = all_translations().filter(brief__assignee=user)
    translations = list(asked.select_related("source", "target_locale", "brief", "brief__assignee"))
    progress = progress_of_all(translations) if translations else {}
    cells = [Cell(one.target_locale, progress[one.pk].state, one, progress[one.pk], one.brief) for one in translations]
    unfinished = [cell for cell in cells if cell.state not in (*FINISHED, PageState.IN_REVIEW) and not _is_public(cell)]
    return sorted(unfinished, key=lambda cell: (cell.brief.deadline or date.max, cell.translation.pk))


def _is_public(cell: Cell) -> bool:
    """Whether it is a theme, a frame or a quotation that is whole, and published as it is."""
    kind = cell.translation.source.specific_content_type.model_class()
    is_snippet = kind is not None and not issubclass(kind, Page)
    return is_snippet and cell.state == PageState.READY and not has_unpublished_words(cell.translation)
