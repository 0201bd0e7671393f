"""What editors see of persons: panels, search fields, and the fields that are the same in every language."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

SAME_EVERYWHERE = ("sort_name", "country", "portrait", "portrait_consent")

INDEX_PANELS = [FieldPanel("introduction")]

PERSON_PANELS = [
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("sort_name"), FieldPanel("country")]), FieldPanel("biography")],
        heading=_("Who it is"),
        help_text=_("The title is the name as the person writes it."),
    ),
    InlinePanel(
        "roles",
        heading=_("Offices"),
        label=_("Office"),
        help_text=_("Quotations and stories show the office held on their date, with its country and political group."),
    ),
    MultiFieldPanel(
        [FieldPanel("portrait"), FieldPanel("portrait_alt"), FieldPanel("portrait_consent")],
        heading=_("Portrait"),
        help_text=_("Its credit is kept with the picture in the library."),
    ),
]

ROLE_PANELS = [
    FieldRowPanel([FieldPanel("office"), FieldPanel("body")]),
    FieldRowPanel([FieldPanel("country"), FieldPanel("group")]),
    FieldRowPanel([FieldPanel("start"), FieldPanel("end"), FieldPanel("precision")]),
    FieldPanel("attested"),
]

PERSON_SEARCH = [
    index.SearchField("biography"),
    index.SearchField("portrait_alt"),
    index.RelatedFields("roles", [index.SearchField("office"), index.SearchField("body")]),
    index.FilterField("country"),
]
