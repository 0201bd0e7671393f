"""What the menu of a story offers beside Wagtail's own."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import Button

from news.models import NewsPage

__all__ = ["story_buttons", "story_more_buttons"]


def story_buttons(page, user, view_name="edit", next_url=None):
    """Yield the links to a draft, and the way to withdraw; a hook for the head of the editor.

    Args:
        page: the page that is open.
        user: who has it open.
        view_name: the view in whose head the menu stands; not used.
        next_url: where to go on; not used.
    """
    if not isinstance(page, NewsPage) or not page.pk:
        return
    rights = page.permissions_for_user(user)
    if rights.can_edit():
        url = reverse("news_draft_links", args=(page.pk,))
        yield Button(_("Share the draft"), url, icon_name="link", priority=70)
    if rights.can_unpublish():
        yield Button(_("Withdraw"), reverse("news_withdraw", args=(page.pk,)), icon_name="warning", priority=75)


def story_more_buttons(page, user, next_url=None):
    """Yield the same for the lists of pages; a hook.

    Args:
        page: the page, perhaps not yet as a story.
        user: who looks at the list.
        next_url: where to go on; not used.
    """
    if page.specific_class is NewsPage:
        yield from story_buttons(page.specific, user)
