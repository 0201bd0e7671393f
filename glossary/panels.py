"""What editors see of the glossary: panels and search fields."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.search import index

GLOSSARY_PANELS = [FieldPanel("introduction")]

TERM_PANELS = [
    MultiFieldPanel(
        [FieldPanel("definition"), FieldPanel("usage_note"), FieldPanel("where_used")],
        heading=_("Meaning and use"),
        help_text=_("The title is the preferred form in the language of this page."),
    ),
    InlinePanel(
        "variants",
        heading=_("In other languages"),
        label=_("Form"),
        help_text=_("One line for each form. A form that no reader of that language has confirmed is under review."),
    ),
    InlinePanel("related_terms", heading=_("Related terms"), label=_("Related term")),
    MultiFieldPanel([FieldPanel("status"), FieldPanel("sources")], heading=_("Proof")),
]

VARIANT_PANELS = [
    FieldRowPanel([FieldPanel("language"), FieldPanel("form")]),
    FieldRowPanel([FieldPanel("standing"), FieldPanel("status")]),
    FieldPanel("note"),
]

RELATED_PANELS = [PageChooserPanel("term")]

TERM_SEARCH = [
    index.SearchField("definition"),
    index.SearchField("usage_note"),
    index.SearchField("where_used"),
    index.RelatedFields("variants", [index.SearchField("form", boost=2), index.SearchField("note")]),
    index.FilterField("status"),
]
