"""What the guard adds to the editors' side."""

from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from glossary.guard.admin.allowing import allow, forbid
from glossary.guard.admin.checks import check_writing
from glossary.guard.admin.history import name_actions
from glossary.guard.admin.panel import panel_words
from glossary.guard.admin.report import may_see, report, report_file
from glossary.guard.admin.saving import refuse_together, warn_saved

hooks.register("register_log_actions", name_actions)
hooks.register("after_create_page", warn_saved)
hooks.register("after_edit_page", warn_saved)
hooks.register("before_bulk_action", refuse_together)


@hooks.register("register_admin_urls")
def addresses():
    """The guard's views."""
    return [
        path("terms/check/", check_writing, name="guard_check"),
        path("terms/<int:page_id>/allow/", allow, name="guard_allow"),
        path("terms/<int:page_id>/allow/<int:allowed_id>/forbid/", forbid, name="guard_forbid"),
        path("terms/report/", report, name="guard_report"),
        path("terms/report.csv", report_file, name="guard_report_file"),
    ]


class ReportItem(MenuItem):
    """The entry of the report, for those who may see it."""

    def is_shown(self, request):
        """Tell whether the user may open the report."""
        return may_see(request.user)


@hooks.register("register_reports_menu_item")
def report_item():
    """Return the entry of the report."""
    return ReportItem(_("Words to look at"), reverse("guard_report"), icon_name="openquote", order=880)


@hooks.register("insert_editor_js")
def panel():
    """Return the panel that shows findings while somebody writes, and its script."""
    return render_to_string("guard/admin/panel.html", {"words": panel_words()})


@hooks.register("insert_global_admin_css")
def look():
    """Return the element that loads the look of the panel and the report."""
    return format_html('<link rel="stylesheet" href="{}">', static("admin/guard.css"))
