"""What editors see of members: panels, search fields, and the fields that are the same in every language."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.search import index

from membership.admin.point_panel import PointPanel

SAME_EVERYWHERE = (
    "local_name",
    "local_language",
    "country",
    "kind",
    "lat",
    "lon",
    "population",
    "population_year",
    "population_source",
    "website",
    "arms",
    "contact_email",
    "contact_phone",
    "contact_until",
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
            PointPanel(),
            FieldRowPanel([FieldPanel("population"), FieldPanel("population_year")]),
            FieldPanel("population_source"),
            FieldPanel("website"),
        ],
        heading=_("Facts"),
    ),
    InlinePanel(
        "names",
        heading=_("Further names"),
        label=_("Name"),
        help_text=_("Official, local, foreign and former names, so that readers find the place by each."),
    ),
    MultiFieldPanel([FieldPanel("arms"), FieldPanel("arms_alt")], heading=_("Coat of arms or mark")),
    InlinePanel(
        "leaders",
        heading=_("Political leadership"),
        label=_("Person"),
        help_text=_("Offices and their dates are kept on the person’s own page, once for the whole site."),
    ),
    MultiFieldPanel(
        [
            FieldPanel("contact_office"),
            FieldRowPanel([FieldPanel("contact_email"), FieldPanel("contact_phone")]),
            FieldPanel("contact_until"),
        ],
        heading=_("Contact"),
    ),
    InlinePanel("languages", heading=_("Languages of the administration"), label=_("Language")),
    FieldPanel("body"),
    FieldPanel("practices"),
    FieldPanel("documents"),
]

NAME_PANELS = [FieldRowPanel([FieldPanel("name"), FieldPanel("language"), FieldPanel("use")])]

LEADER_PANELS = [PageChooserPanel("person", "people.PersonPage"), FieldPanel("office")]

LANGUAGE_PANELS = [FieldPanel("language")]

COUNTRY_PANELS = [FieldPanel("country"), FieldPanel("introduction")]

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
    index.SearchField("practices"),
    index.SearchField("documents"),
    index.SearchField("contact_office"),
    index.SearchField("arms_alt"),
    index.RelatedFields("names", [index.SearchField("name")]),
    index.RelatedFields("leaders", [index.SearchField("office")]),
    index.RelatedFields("states", [index.SearchField("note")]),
    index.FilterField("country"),
    index.FilterField("kind"),
]
