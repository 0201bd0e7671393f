"""The panel that says what a story still needs before it can be published."""

from django.urls import reverse
from wagtail.admin.panels import Panel

from news.checks import findings
from news.overrides import overridden

__all__ = ["ChecksPanel"]


class ChecksPanel(Panel):
    """Shows the checks of the version that is open; a script asks again while somebody writes."""

    def get_form_options(self):
        """Claim the field for a reason, so that the form does not show it a second time, empty."""
        return {"fields": ["checks_reason"]}

    class BoundPanel(Panel.BoundPanel):
        """The panel of one story."""

        template_name = "news/editor/checks_panel.html"

        def get_context_data(self, parent_context=None):
            """Add the checks, the address that checks what is being written, and the field for a reason."""
            page = self.instance
            place = ("news_checks", (page.pk,)) if page.pk else ("news_checks_new", (self.form.parent_page.pk,))
            return {
                **super().get_context_data(parent_context),
                "findings": findings(page, overridden(page)),
                "address": reverse(place[0], args=place[1]),
                "reason": self.form["checks_reason"] if "checks_reason" in self.form.fields else None,
            }
