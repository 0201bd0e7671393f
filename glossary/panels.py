"""What editors see of the glossary: panels and search fields."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.search import index

GLOSSARY_PANELS = [FieldPanel("introduction")]

OWN_PANELS = [
    InlinePanel(
        "variants",
        heading=_("Forms"),
        label=_("Form"),
        help_text=_(
            "One line for each form beside the title. Forms of another language stand here only where the term has no "
            "page in that language."
        ),
    ),
    MultiFieldPanel(
        [FieldPanel("status"), FieldRowPanel([FieldPanel("reviewed_on"), FieldPanel("reviewed_by")])],
        heading=_("Review"),
    ),
]

TERM_PANELS = [
    MultiFieldPanel(
        [
            FieldPanel("grammar"),
            FieldPanel("definition"),
            FieldPanel("usage_note"),
            FieldPanel("where_used"),
            FieldPanel("text"),
        ],
        heading=_("Meaning and use"),
        help_text=_("The title is the preferred form in the language of this page."),
    ),
    *OWN_PANELS,
    InlinePanel("related_terms", heading=_("Related terms"), label=_("Related term")),
    MultiFieldPanel(
        [FieldPanel("group"), FieldPanel("interchangeable"), FieldPanel("sources")], heading=_("Order and proof")
    ),
]

VARIANT_PANELS = [
    FieldRowPanel([FieldPanel("form"), FieldPanel("kind")]),
    FieldRowPanel([FieldPanel("language"), FieldPanel("variety")]),
    FieldRowPanel([FieldPanel("note"), FieldPanel("instead")]),
    FieldRowPanel([FieldPanel("where_used"), FieldPanel("status")]),
]

RELATED_PANELS = [FieldRowPanel([PageChooserPanel("term"), FieldPanel("relation")])]

TERM_SEARCH = [
    index.SearchField("definition"),
    index.SearchField("usage_note"),
    index.SearchField("text"),
    index.SearchField("grammar"),
    index.SearchField("where_used"),
    index.RelatedFields("variants", [index.SearchField("form", boost=2), index.SearchField("note")]),
    index.FilterField("status"),
    index.FilterField("group"),
]
