"""The library of quotations: its list, its form, and what a change of words sets in motion."""

from django.conf import settings
from django.contrib import messages
from django.db.models import CharField, Count, IntegerField, OuterRef, Subquery, Value
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy, ngettext
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, LocaleColumn, UsageCountColumn
from wagtail.models import ReferenceIndex
from wagtail.snippets.views.snippets import EditView, IndexView, SnippetViewSet

from blocks.languages import language_choices
from people.admin.chooser import QuotationChooserViewSet
from people.forms import QuotationForm
from people.models import PersonPage, Quotation
from people.publishing import pages_with, refresh

__all__ = ["QuotationViewSet"]

USED = gettext_lazy("The words stand in this library once. A change shows on every page that uses them.")
NAMED = 12


def persons(request=None):
    """Return the people to choose from, one row each.

    Args:
        request: not used; filters hand it over.
    """
    return PersonPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).order_by("title")


class QuotationFilterSet(WagtailFilterSet):
    """Narrows the library to a person or a language."""

    person = ModelChoiceFilter(queryset=persons, label=gettext_lazy("Person"))
    language = ChoiceFilter(choices=language_choices, label=gettext_lazy("Language of the quotation"))

    class Meta:
        model = Quotation
        fields = ["person", "language"]


class QuotationIndexView(IndexView):
    """The list, with how many pages use a quotation."""

    def get_base_queryset(self):
        """Return the rows with the number of pages in which they are used, without a query for each."""
        return super().get_base_queryset().select_related("person", "locale").annotate(used_in=used_in())


def used_in():
    """Return an expression for the number of pages and records that use a quotation."""
    references = ReferenceIndex.objects.filter(
        to_content_type=ReferenceIndex._get_base_content_type(Quotation),
        to_object_id=Cast(OuterRef("pk"), output_field=CharField()),
    )
    counted = references.order_by().values("to_object_id").annotate(count=Count("object_id", distinct=True))
    return Coalesce(Subquery(counted.values("count")), Value(0), output_field=IntegerField())


class UsedPanel(HelpPanel):
    """Says above the form which live pages show the quotation."""

    class BoundPanel(HelpPanel.BoundPanel):
        """The panel with one quotation."""

        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.content = _help(self.instance)


class QuotationEditView(EditView):
    """The form; whoever changes words that readers see is told where."""

    def save_instance(self):
        """Save, and say which live pages show the new words."""
        before = Quotation.objects.filter(pk=self.object.pk).values_list("text", flat=True).first()
        saved = super().save_instance()
        if before is not None and before != saved.text:
            pages = list(pages_with(saved).live())
            refresh(saved)
            if pages:
                messages.warning(self.request, changed_sentence(pages))
        return saved


def changed_sentence(pages):
    """Return the warning that the words changed on live pages, with links to them.

    Args:
        pages: live pages, at least one.
    """
    sentence = ngettext(
        "The words of this quotation changed on %(count)d live page. Please look at it:",
        "The words of this quotation changed on %(count)d live pages. Please look at them:",
        len(pages),
    ) % {"count": len(pages)}
    return format_html("{} {}", sentence, _links(pages))


def _help(quotation):
    pages = list(pages_with(quotation).live()) if quotation.pk else []
    if not pages:
        return USED
    sentence = ngettext(
        "Readers see this quotation on %(count)d live page. A change of its words shows there at once:",
        "Readers see this quotation on %(count)d live pages. A change of its words shows there at once:",
        len(pages),
    ) % {"count": len(pages)}
    return format_html("{} {}", sentence, _links(pages))


def _links(pages):
    named = [(reverse("wagtailadmin_pages:edit", args=[page.pk]), page.get_admin_display_title()) for page in pages]
    links = format_html_join(", ", '<a href="{}">{}</a>', named[:NAMED])
    return format_html("{}, …", links) if len(named) > NAMED else links


class QuotationViewSet(SnippetViewSet):
    """List, form and chooser of quotations."""

    model = Quotation
    icon = "openquote"
    menu_label = gettext_lazy("Quotations")
    menu_name = "quotations"
    menu_order = 214
    add_to_admin_menu = True
    index_view_class = QuotationIndexView
    edit_view_class = QuotationEditView
    chooser_viewset_class = QuotationChooserViewSet
    filterset_class = QuotationFilterSet
    search_fields = ["text", "translation", "occasion"]
    list_display = [
        "text",
        Column("person", label=gettext_lazy("Person"), accessor="person.title", sort_key="person__title"),
        Column("language", label=gettext_lazy("Language"), accessor="get_language_display", sort_key="language"),
        Column("date", label=gettext_lazy("Date"), sort_key="date"),
        UsageCountColumn("used_in", label=gettext_lazy("Used in"), sort_key="used_in"),
        LocaleColumn(),
    ]
    edit_handler = ObjectList(
        [
            UsedPanel(),
            FieldPanel("text"),
            FieldRowPanel([FieldPanel("language"), FieldPanel("person")]),
            FieldRowPanel([FieldPanel("date"), FieldPanel("precision")]),
            FieldPanel("source_url"),
            FieldPanel("occasion"),
            FieldPanel("listed"),
            MultiFieldPanel(
                [FieldPanel("translation"), FieldPanel("translation_note")], heading=gettext_lazy("Translation")
            ),
        ],
        base_form_class=QuotationForm,
    )
