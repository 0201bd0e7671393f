"""What the guard says around saving and publishing a page."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from glossary.guard.checking import found_in, obstacle_message, offences

__all__ = ["refuse_together", "warn_saved"]

NAMED = 5


def warn_saved(request, page):
    """Say which forms better avoided stand in the page that was saved; a hook after saving.

    Args:
        request: the request of the person.
        page: the page.
    """
    if not isinstance(page, Page) or request.headers.get("x-requested-with") or _wants_json(request):
        return
    version = page.get_latest_revision_as_object() if page.latest_revision_id else page
    words = [one.finding.words for one in found_in(version) if not one.finding.quiet]
    if words:
        different = list(dict.fromkeys(words))
        shown = ", ".join(f"“{word}”" for word in different[:NAMED]) + ("…" if len(different) > NAMED else "")
        text = ngettext(
            "%(count)d form better avoided stands in this page: %(words)s. See “Words to look at”.",
            "%(count)d forms better avoided stand in this page: %(words)s. See “Words to look at”.",
            len(words),
        )
        messages.warning(request, text % {"count": len(words), "words": shown})


def _wants_json(request):
    return "application/json" in request.headers.get("accept", "")


def refuse_together(request, action_type, objects, _view):
    """Publish no page with offensive forms by the bulk action either; a hook.

    Args:
        request: the request of the person.
        action_type: such as "publish".
        objects: what was chosen.
        _view: the bulk action; not used.

    Returns:
        A redirect with what stands in the way, or None to go on.
    """
    chosen = [one for one in objects if isinstance(one, Page)] if action_type == "publish" else []
    refused = False
    for page in _going_out(chosen, below="include_descendants" in request.POST):
        for one in offences(page.get_latest_revision_as_object()):
            place = {"page": page, "field": one.text.label, "message": obstacle_message(one.finding)}
            messages.error(request, _("%(page)s, %(field)s: %(message)s") % place)
            refused = True
    return redirect(request.get_full_path()) if refused else None


def _going_out(chosen, below):
    """Yield the pages that were chosen and, where asked for, the drafts below them."""
    for page in chosen:
        yield page.specific
        if below:
            yield from page.get_descendants().not_live().specific()
