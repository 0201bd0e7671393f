"""What the room adds to the editors' side."""

from django.urls import path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from news.admin import ThemeViewSet, stories
from news.admin.buttons import story_buttons, story_more_buttons
from news.admin.checks import check_new, check_written
from news.admin.draft_links import draft_links, revoke_draft_link
from news.admin.guards import keep_reason, refuse_unready_together
from news.admin.history import name_actions
from news.admin.withdrawing import withdraw_story
from news.legacy.history import name_import

register_snippet(ThemeViewSet)
hooks.register("register_admin_viewset", lambda: stories)
hooks.register("after_create_page", keep_reason)
hooks.register("after_edit_page", keep_reason)
hooks.register("before_bulk_action", refuse_unready_together)
hooks.register("register_page_header_buttons", story_buttons)
hooks.register("register_page_listing_more_buttons", story_more_buttons)
hooks.register("register_log_actions", name_actions)
hooks.register("register_log_actions", name_import)


@hooks.register("register_admin_urls")
def addresses():
    """The editors' views of stories."""
    return [
        path("news/<int:page_id>/checks/", check_written, name="news_checks"),
        path("news/below/<int:parent_page_id>/checks/", check_new, name="news_checks_new"),
        path("news/<int:page_id>/draft-links/", draft_links, name="news_draft_links"),
        path("news/<int:page_id>/draft-links/<int:link_id>/revoke/", revoke_draft_link, name="news_revoke_draft_link"),
        path("news/<int:page_id>/withdraw/", withdraw_story, name="news_withdraw"),
    ]
