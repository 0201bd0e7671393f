"""Choosing a term while a text is written: terms only, found by any of their forms."""

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm, LocaleFilterMixin
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView, ChosenView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from glossary.models import TermPage, TermVariant


class TermFilterForm(LocaleFilterMixin, BaseFilterForm):
    """Finds terms by their title or any of their forms, and by language."""

    q = forms.CharField(
        label=_("Search term"), required=False, widget=forms.TextInput(attrs={"placeholder": _("Title or any form")})
    )

    def filter(self, objects):
        """Return the terms that fit.

        Args:
            objects: a query set of terms.
        """
        words = (self.cleaned_data.get("q") or "").replace("\x00", "").strip()
        if words:
            self.is_searching, self.search_query = True, words
            named = TermVariant.objects.filter(page=OuterRef("pk"), form__icontains=words)
            objects = objects.filter(Q(title__icontains=words) | Exists(named))
        return super().filter(objects)


class _Terms:
    """The terms, those of the language of the site's texts first."""

    filter_form_class = TermFilterForm
    ordering = ["title"]

    def get_object_list(self):
        """Return the terms that are published."""
        return TermPage.objects.live().filter(alias_of=None).select_related("locale").order_by("title")

    @property
    def columns(self):
        """The term with its meaning, its language and its status."""
        return [
            self.title_column,
            Column("definition", label=_("Definition"), accessor="definition"),
            Column("language", label=_("Language"), accessor=lambda page: page.locale.get_display_name()),
            Column("status", label=_("Status"), accessor="get_status_display"),
        ]


class TermChooseView(_Terms, ChooseView):
    """The modal."""


class TermResultsView(_Terms, ChooseResultsView):
    """What the search in the modal finds."""


class TermChosenView(ChosenView):
    """The answer when a term was chosen."""

    def get_chosen_response_data(self, item, **kwargs):
        """Return what the editor needs: the key that all translations of the term share, and its title.

        Args:
            item: the TermPage.
            kwargs: what the view passes on.
        """
        data = super().get_chosen_response_data(item, **kwargs)
        return data | {"key": str(item.translation_key), "title": item.title}


class TermChooserViewSet(ChooserViewSet):
    """The chooser of terms."""

    model = TermPage
    icon = "openquote"
    choose_one_text = _("Choose a term")
    choose_another_text = _("Choose another term")
    choose_view_class = TermChooseView
    choose_results_view_class = TermResultsView
    chosen_view_class = TermChosenView
    register_widget = False
    per_page = 20
