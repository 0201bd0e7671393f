"""Registration with the admin. The guarded views stand at wagtail-localize's own addresses, before them."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from translations import cascade, guards
from translations.panels import MyWork
from translations.rights import works_anywhere
from translations.views import (
    commenting,
    doors,
    exchange,
    letters,
    matrix,
    pretranslating,
    reviewing,
    segments,
    starting,
    workbench,
)

FIRST = -10


@hooks.register("register_admin_urls", order=FIRST)
def addresses():
    """The views of the package, guarded."""
    snippet = "localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/"
    words = "localize/translate/<int:translation_id>/"
    snippets = "localize/api/snippets/<slug:app_label>/<slug:model_name>/"
    return [
        path("localize/submit/page/<int:page_id>/", starting.SubmitPage.as_view()),
        path(snippet, starting.SubmitSnippet.as_view()),
        path("localize/update/<int:translation_source_id>/", starting.Update.as_view()),
        path(f"{words}strings/<int:string_segment_id>/edit/", segments.edit_string),
        path(f"{words}overrides/<int:overridable_segment_id>/edit/", segments.edit_override),
        path(f"{words}machine_translate/", segments.machine_translate),
        path(f"{words}pofile/download/", segments.download),
        path(f"{words}pofile/upload/", exchange.upload),
        path(f"{words}disable/", segments.stop),
        path(f"{words}preview/", doors.preview),
        path(f"{words}preview/<str:mode>/", doors.preview),
        path("localize/page/<int:page_id>/convert_to_alias/", doors.no_aliases),
        path("localize/reports/translations/", doors.report),
        path("localize/reports/translations/results/", doors.report),
        path(snippets, doors.Snippets.as_view({"get": "list"})),
        path(f"{snippets}<str:pk>/", doors.Snippets.as_view({"get": "retrieve"})),
    ]


@hooks.register("register_admin_urls", order=FIRST)
def own_addresses():
    """The workbench, the board and what belongs to them."""
    room = "translations/<int:translation_id>/"
    return [
        path(f"{room}", workbench.workbench, name="translations_workbench"),
        path(f"{room}segments/<int:segment_id>/", workbench.details, name="translations_segment"),
        path(f"{room}segments/<int:segment_id>/write/", workbench.write, name="translations_write"),
        path(f"{room}segments/<int:segment_id>/comment/", commenting.comment, name="translations_comment"),
        path(f"{room}comments/<int:comment_id>/", commenting.resolve, name="translations_resolve"),
        path(f"{room}publish/", reviewing.publish, name="translations_publish"),
        path(f"{room}publish-first/", reviewing.publish_first, name="translations_publish_first"),
        path(f"{room}pre-translate/", pretranslating.fill, name="translations_pretranslate"),
        path(f"{room}hand-in/", reviewing.hand_in, name="translations_hand_in"),
        path(f"{room}decide/", reviewing.decide, name="translations_decide"),
        path("translations/", matrix.board, name="translations_matrix"),
        path("translations/request/", matrix.request_many, name="translations_request"),
        path("translations/letters/", letters.choose, name="translations_letters"),
    ]


class BoardMenuItem(MenuItem):
    """The entry of the board, for those who work in a language."""

    def is_shown(self, request) -> bool:
        """Whether the person works in any language."""
        return works_anywhere(request.user)


@hooks.register("register_admin_menu_item")
def board_menu_item():
    """The entry of the board in the main menu."""
    label, address = _("Translations"), reverse("translations_matrix")
    return BoardMenuItem(label, address, icon_name="wagtail-localize-language", order=250)


@hooks.register("construct_reports_menu")
def one_report_only(_request, items):
    """Leave wagtail-localize's own report out: the board says more, and only to those whom it concerns."""
    address = reverse("wagtail_localize:translations_report")
    items[:] = [item for item in items if item.url != address]


@hooks.register("construct_homepage_panels")
def my_work(_request, panels):
    """Show on the dashboard what a person is asked to translate."""
    panels.append(MyWork())


hooks.register("before_edit_snippet", guards.refuse_other_languages, order=FIRST)
hooks.register("before_delete_snippet", guards.refuse_other_languages, order=FIRST)
hooks.register("before_create_snippet", guards.refuse_new_in_other_languages, order=FIRST)
hooks.register("before_edit_page", guards.refuse_unfinished, order=FIRST)
hooks.register("before_edit_page", guards.absorb_before_restart, order=FIRST)
hooks.register("before_edit_snippet", guards.absorb_before_restart, order=FIRST)
hooks.register("before_edit_page", guards.lead_to_workbench, order=FIRST + 2)
hooks.register("before_edit_snippet", guards.lead_to_workbench, order=FIRST + 2)
hooks.register("before_edit_snippet", guards.refuse_unfinished, order=FIRST + 1)
hooks.register("before_delete_page", guards.refuse_to_delete, order=FIRST)
hooks.register("before_bulk_action", guards.refuse_unfinished_together, order=FIRST)
hooks.register("construct_translated_pages_to_cascade_actions", cascade.follow_source)
