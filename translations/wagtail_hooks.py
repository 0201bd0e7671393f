"""Registration with the admin. The guarded views stand at wagtail-localize's own addresses, before them."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from translations import cascade, guards
from translations.views import exchange, matrix, reviewing, segments, starting

FIRST = -10


@hooks.register("register_admin_urls", order=FIRST)
def addresses():
    """The guarded views, and the site's own."""
    snippet = "localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/"
    words = "localize/translate/<int:translation_id>/"
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
        path("translations/<int:translation_id>/hand-in/", reviewing.hand_in, name="translations_hand_in"),
        path("translations/<int:translation_id>/decide/", reviewing.decide, name="translations_decide"),
        path("translations/", matrix.translation_report, name="translations_matrix"),
    ]


@hooks.register("register_reports_menu_item")
def report_menu_item():
    """The entry of the report."""
    return MenuItem(
        _("Progress of translations"), reverse("translations_matrix"), icon_name="wagtail-localize-language", order=890
    )


hooks.register("before_edit_snippet", guards.refuse_other_languages, order=FIRST)
hooks.register("before_delete_snippet", guards.refuse_other_languages, order=FIRST)
hooks.register("before_create_snippet", guards.refuse_new_in_other_languages, order=FIRST)
hooks.register("before_edit_page", guards.refuse_unfinished, order=FIRST)
hooks.register("before_edit_snippet", guards.refuse_unfinished, order=FIRST + 1)
hooks.register("before_bulk_action", guards.refuse_unfinished_together, order=FIRST)
hooks.register("construct_translated_pages_to_cascade_actions", cascade.follow_source)
