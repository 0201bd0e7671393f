"""wagtail-localize's side doors, closed or led to views of this room: report, list of snippets, copies, preview."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.permissions import policy_registry
from wagtail_localize.views import snippets_api
from wagtail_localize.views.edit_translation import preview_translation

from translations.views.segments import in_own_language


class Snippets(snippets_api.SnippetViewSet):
    """Snippets for the chooser of the classic view: those that the person may see."""

    def get_queryset(self):
        """The snippets of a kind that the person may choose, view or change.

        Returns:
            A query set; empty for kinds that are none of the person's business.
        """
        policy = policy_registry.get_by_type(self.get_model())
        if not policy.user_has_any_permission(self.request.user, ["view", "choose", "change"]):
            return self.get_model()._default_manager.none()
        return super().get_queryset()


def report(_request: HttpRequest) -> HttpResponse:
    """Lead to the board, which shows only what a person works on.

    Returns:
        A redirect.
    """
    return redirect("translations_matrix")


def no_aliases(_request: HttpRequest, page_id: int) -> HttpResponse:
    """Refuse to make a page a copy of its source: it would show readers the wrong language.

    Args:
        _request: The request.
        page_id: Which page.

    Raises:
        PermissionDenied: Always.
    """
    raise PermissionDenied(f"Page {page_id} stays a translation.")


preview = in_own_language(preview_translation)
