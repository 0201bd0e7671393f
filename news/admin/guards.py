"""What the editors' side does around saving and publishing a story."""

from django.contrib import messages
from django.shortcuts import redirect
from wagtail.models import Page

from news.models import NewsPage
from news.overrides import record_override
from news.readiness import errors_of

__all__ = ["keep_reason", "refuse_unready_together"]


def keep_reason(request, page):
    """Keep in the history why a story went out in spite of warnings; a hook after saving.

    Args:
        request: the request of the person.
        page: the page that was saved.
    """
    reason, warnings = getattr(page, "overridden", ("", ())) if isinstance(page, NewsPage) else ("", ())
    if reason and warnings:
        record_override(page, request.user, reason, warnings)
        page.overridden = ("", ())


def refuse_unready_together(request, action_type, objects, _view):
    """Do not publish stories with errors by the bulk action either; a hook.

    Args:
        request: the request of the person.
        action_type: such as "publish".
        objects: what was chosen.
        _view: the bulk action; not used.

    Returns:
        A redirect with the errors, or None to go on.
    """
    chosen = [one.specific for one in objects if isinstance(one, Page)] if action_type == "publish" else []
    refused = False
    for page in chosen:
        version = page.get_latest_revision_as_object() if isinstance(page, NewsPage) else None
        for error in errors_of(version) if version is not None else []:
            messages.error(request, f"{page}: {error}")
            refused = True
    return redirect(request.get_full_path()) if refused else None
