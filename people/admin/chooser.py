"""Choosing a quotation while a story is written: by person, by words, or a new one on the spot."""

from django import forms
from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.models import Locale
from wagtail.search.backends import get_search_backend
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet

from common.folding import fold, words_of
from people.forms import QuotationForm
from people.models import PersonPage, Quotation

__all__ = ["QuotationChooserViewSet"]

FIELDS = (
    "text", "language", "person", "date", "precision", "source_url", "occasion", "translation", "translation_note",
)  # fmt: skip


def speakers():
    """Return the people to choose from, one row each."""
    return PersonPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).order_by("title")


class QuotationFilterForm(BaseFilterForm):
    """Finds quotations by person and by words of speaker, text or occasion; accents do not matter."""

    q = forms.CharField(
        label=_("Search term"), required=False, widget=forms.TextInput(attrs={"placeholder": _("Name or words")})
    )
    person = forms.ModelChoiceField(
        queryset=PersonPage.objects.none(),
        required=False,
        label=_("Person"),
        empty_label=_("Everyone"),
        widget=forms.Select(attrs={"data-chooser-modal-search-filter": True}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = speakers()

    def filter(self, objects):
        """Return the quotations that fit.

        Args:
            objects: a query set of quotations.
        """
        person, words = self.cleaned_data.get("person"), words_of(self.cleaned_data.get("q") or "")
        if person:
            objects = objects.filter(person__translation_key=person.translation_key)
            self.is_searching = True
        if words:
            self.is_searching, self.search_query = True, self.cleaned_data["q"]
            found = get_search_backend().autocomplete(" ".join(map(fold, words)), Quotation.objects.order_by())
            objects = objects.filter(pk__in=found.get_queryset().order_by().values("pk"))
        return objects


class QuotationCreationForm(QuotationForm):
    """A new quotation, written in the modal; it is kept in the language of the source."""

    # The form of the story stands on the same page and has fields of the same names.
    prefix = "new-quotation"

    class Meta:
        model = Quotation
        fields = FIELDS
        widgets = {
            "text": forms.Textarea(attrs={"rows": 3}),
            "translation": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = speakers()

    def save(self, commit=True):
        """Save the quotation with its first revision.

        Args:
            commit: False to get it unsaved.
        """
        self.instance.locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
        # The story may be a draft, or wait for its hour: until it is public, its words are nobody's.
        self.instance.listed = False
        quotation = super().save(commit=commit)
        if commit:
            quotation.save_revision()
        return quotation


class _Library:
    """One row a quotation, whatever the number of its translations."""

    filter_form_class = QuotationFilterForm

    def get_object_list(self):
        """Return the rows in the language of the source, and those that have none in it."""
        source = Quotation.objects.filter(
            translation_key=OuterRef("translation_key"), locale__language_code=settings.LANGUAGE_CODE
        )
        chosen = Q(locale__language_code=settings.LANGUAGE_CODE) | ~Exists(source)
        return Quotation.objects.filter(chosen).select_related("person", "locale")

    @property
    def columns(self):
        """The quotation with its speaker, its language, its date."""
        return [
            self.title_column,
            Column("language", label=_("Language"), accessor="get_language_display"),
            Column("date", label=_("Date")),
        ]


class QuotationChooseView(_Library, ChooseView):
    """The modal."""


class QuotationResultsView(_Library, ChooseResultsView):
    """What the search in the modal finds."""


class QuotationChooserViewSet(SnippetChooserViewSet):
    """The chooser of quotations, with a form for a new one."""

    choose_view_class = QuotationChooseView
    choose_results_view_class = QuotationResultsView
    creation_form_class = QuotationCreationForm
    choose_one_text = _("Choose a quotation")
    choose_another_text = _("Choose another quotation")
    edit_item_text = _("Edit this quotation")
    creation_tab_label = _("New quotation")
    create_action_label = _("Keep and use it")
