"""The editing form of the frame."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.snippets.views.snippets import SnippetViewSet

from common.forms import SnippetForm
from navigation.models import Frame

LINK_PANELS = [FieldPanel("title"), FieldPanel("page")]

NAME_PANELS = [
    HelpPanel(_("These words stand around every page of this language. A change shows at once after saving.")),
    MultiFieldPanel(
        [
            FieldPanel("site_name"),
            FieldPanel("congress_line", help_text=_("The institution that the Alliance works under.")),
            FieldPanel("mission", help_text=_("Two sentences. They stand first at the foot of every page.")),
        ],
        heading=_("Name and mission"),
    ),
    InlinePanel(
        "menu_items",
        heading=_("Main menu"),
        label=_("Menu entry"),
        max_num=8,
        panels=LINK_PANELS,
        help_text=_("Choose the page in the language of the source; each language leads to its own translation."),
    ),
    InlinePanel(
        "legal_links",
        heading=_("Legal pages"),
        label=_("Legal page"),
        max_num=8,
        panels=LINK_PANELS,
        help_text=_("Privacy, accessibility statement, imprint."),
    ),
    FieldPanel("footer_note"),
]

BOX_PANELS = [
    MultiFieldPanel(
        [FieldPanel("join_title"), FieldPanel("join_text"), FieldPanel("join_page")],
        heading=_("Join the Alliance"),
        help_text=_("Without a page the box shows no link."),
    ),
    MultiFieldPanel(
        [FieldPanel("cooperate_title"), FieldPanel("cooperate_text"), FieldPanel("cooperate_page")],
        heading=_("Cooperate as NGO"),
    ),
    FieldPanel("follow_title"),
    InlinePanel(
        "network_links",
        heading=_("Networks"),
        label=_("Network"),
        panels=[FieldPanel("name"), FieldPanel("url")],
        help_text=_("The feeds of the site are added by themselves."),
    ),
]

CONTACT_PANELS = [
    MultiFieldPanel([FieldPanel("contact_title"), FieldPanel("contact_text")], heading=_("Introduction")),
    InlinePanel(
        "contacts",
        heading=_("Contact persons"),
        label=_("Contact person"),
        panels=[
            FieldPanel("name", help_text=_("May stay empty when only the role is to be shown.")),
            FieldPanel("role"),
            FieldRowPanel([FieldPanel("telephone"), FieldPanel("email")]),
            FieldPanel("until", help_text=_("After this day the entry is no longer shown. Empty: no end is known.")),
        ],
    ),
]

NOTICE_PANELS = [
    MultiFieldPanel(
        [
            FieldPanel("notice_title"),
            FieldPanel("notice_text", help_text=_("It explains the words this site uses; it does not define people.")),
            FieldPanel("notice_date", help_text=_("The day from which this wording holds. Readers see it.")),
            FieldPanel("notice_page"),
        ],
        heading=_("Please note"),
    ),
]


class FrameViewSet(SnippetViewSet):
    """List and form of the frames, one a language."""

    model = Frame
    icon = "site"
    menu_label = _("Frame of the site")
    menu_order = 300
    add_to_admin_menu = True
    list_display = ["site_name", "locale"]
    edit_handler = TabbedInterface(
        [
            ObjectList(NAME_PANELS, heading=_("Name and menu")),
            ObjectList(BOX_PANELS, heading=_("Boxes and networks")),
            ObjectList(CONTACT_PANELS, heading=_("Contact")),
            ObjectList(NOTICE_PANELS, heading=_("Please note")),
        ],
        base_form_class=SnippetForm,
    )
