"""Where editors put pages on top of the results of certain words."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column, LocaleColumn
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from search.models import Promotion

__all__ = ["PromotionViewSet"]


class PromotionCreateView(CreateView):
    """The empty form; the report fills in the words that it was opened for."""

    def get_initial(self):
        """Return the words that the address names."""
        return {**super().get_initial(), "queries": self.request.GET.get("queries", "")[:200]}

    def get_initial_form_instance(self):
        """Return a promotion in the language of the form, with the words that the address names."""
        instance = super().get_initial_form_instance() or Promotion(locale=self.locale)
        instance.queries = self.get_initial()["queries"]
        return instance


class PromotionViewSet(SnippetViewSet):
    """List and form of promoted results."""

    model = Promotion
    icon = "arrow-up"
    menu_label = _("Promoted results")
    menu_name = "promoted-results"
    menu_order = 230
    add_to_admin_menu = True
    add_view_class = PromotionCreateView
    search_fields = ["queries", "reason"]
    list_display = [
        Column("queries", label=_("Words looked for"), accessor=str),
        Column("page", label=_("Page"), accessor="page.title"),
        "position",
        LocaleColumn(),
    ]
    edit_handler = ObjectList(
        [
            HelpPanel(_("The page stands above the results when a reader looks for exactly these words.")),
            FieldPanel("queries"),
            FieldPanel("page"),
            FieldRowPanel([FieldPanel("reason"), FieldPanel("position")]),
        ]
    )
