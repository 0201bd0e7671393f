"""“My work” on the dashboard: what a person is asked to translate and has not done."""

from datetime import date

from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail_localize.models import Translation

from translations.board import FINISHED, Cell
from translations.progress import PageState, all_translations, progress_of_all
from translations.snippets import unpublished_among

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
    needed = ("source__specific_content_type", "target_locale", "brief__assignee")
    translations = list(asked.select_related(*needed))
    progress = progress_of_all(translations) if translations else {}
    cells = [Cell(one.target_locale, progress[one.pk].state, one, progress[one.pk], one.brief) for one in translations]
    public, done = _public(cells), (*FINISHED, PageState.IN_REVIEW)
    unfinished = [cell for cell in cells if cell.state not in done and cell.translation.pk not in public]
    return sorted(unfinished, key=lambda cell: (cell.brief.deadline or date.max, cell.translation.pk))


def _public(cells: list[Cell]) -> set[int]:
    """Primary keys of the translations of themes, frames and quotations that are whole, and published as they are."""
    whole = {cell.translation.pk for cell in cells if cell.state == PageState.READY and _is_snippet(cell.translation)}
    return whole - unpublished_among(Translation.objects.filter(pk__in=whole))


def _is_snippet(translation: Translation) -> bool:
    kind = translation.source.specific_content_type.model_class()
    return kind is not None and not issubclass(kind, Page)
