"""What editors see of members: panels, search fields, and the fields that are the same in every language."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

SAME_EVERYWHERE = (
    "local_name",
    "local_language",
    "country",
    "kind",
    "lat",
    "lon",
    "population",
    "population_year",
    "website",
)

INDEX_PANELS = [FieldPanel("introduction")]

MEMBER_PANELS = [
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("local_name"), FieldPanel("local_language")]),
            FieldRowPanel([FieldPanel("country"), FieldPanel("kind")]),
        ],
        heading=_("Who it is"),
        help_text=_("The title is the name in the language of this page."),
    ),
    InlinePanel(
        "states",
        heading=_("Record"),
        label=_("Line of the record"),
        help_text=_("What is documented, each line with its source. State and counters are computed from these lines."),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("lat"), FieldPanel("lon")]),
            FieldRowPanel([FieldPanel("population"), FieldPanel("population_year")]),
            FieldPanel("website"),
        ],
        heading=_("Facts"),
    ),
    FieldPanel("body"),
]

STATE_PANELS = [
    FieldRowPanel([FieldPanel("kind"), FieldPanel("number")]),
    FieldRowPanel([FieldPanel("date"), FieldPanel("precision")]),
    FieldPanel("note"),
    FieldPanel("source_url"),
]

MEMBER_SEARCH = [
    index.SearchField("local_name", boost=2),
    index.AutocompleteField("local_name"),
    index.SearchField("body"),
    index.RelatedFields("states", [index.SearchField("note")]),
    index.FilterField("country"),
    index.FilterField("kind"),
]
