"""What happens to translations when their source is unpublished, moved or deleted."""

from wagtail.log_actions import get_active_log_context
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

ALLOWED = {"unpublish": "can_unpublish", "move": "can_move", "delete": "can_delete"}


def follow_source(pages: list[Page], action: str) -> dict[Page, list[Page]]:
    """The translations that go the way of their source; a hook of Wagtail.

    Args:
        pages: The pages that someone unpublishes, moves or deletes.
        action: "unpublish", "move" or "delete".

    Returns:
        Each page with those of its translations that the person may treat so, too. A page that is itself a
        translation takes nothing with it.
    """
    user = get_active_log_context().user
    return {page: followers(page, action, user) for page in pages}


def followers(page: Page, action: str, user) -> list[Page]:
    """The translations of one page that follow it.

    Args:
        page: The source page.
        action: "unpublish", "move" or "delete".
        user: Who does it; Wagtail asks for no further rights, so this must.

    Returns:
        Pages and their aliases.
    """
    source = TranslationSource.objects.filter(object_id=page.translation_key, locale=page.locale_id).first()
    if source is None:
        return []
    targets = source.translations.values("target_locale")
    translated = page.get_translations().filter(locale__in=targets).specific()
    return [other for other in translated if may(user, other, action)]


def may(user, page: Page, action: str) -> bool:
    """Whether a person may unpublish, move or delete a page.

    Args:
        user: The person; None means the system itself.
        page: The page.
        action: "unpublish", "move" or "delete".
    """
    if action == "unpublish" and not page.live:
        return False
    if user is None:
        return True
    return getattr(page.permissions_for_user(user), ALLOWED[action])()
