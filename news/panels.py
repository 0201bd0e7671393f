"""How the editor of a story is laid out: what every story needs first, the rest folded."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel

from news.editor.checks_panel import ChecksPanel
from news.editor.draft_links_panel import DraftLinksPanel

__all__ = ["content_panels"]

RECORD = ("date", "date_precision", "place", "kind", "authors")
PICTURE = ("lead_image", "lead_alt", "lead_decorative", "lead_caption")


def content_panels(first):
    """Return the panels of the content.

    Args:
        first: those of every page.
    """
    return [
        *first,
        MultiFieldPanel([FieldPanel(name) for name in RECORD], _("Record")),
        MultiFieldPanel(
            [FieldPanel(name) for name in PICTURE],
            _("Picture"),
            help_text=_("Its credit is kept with the picture in the library."),
        ),
        FieldPanel("body"),
        InlinePanel("story_themes", heading=_("Themes"), label=_("theme"), max_num=5),
        InlinePanel("story_members", heading=_("Cities and regions"), label=_("city or region"), max_num=20),
        *_further(),
        ChecksPanel(heading=_("Before publishing")),
    ]


def _further():
    folded = "collapsed"
    return [
        InlinePanel("story_persons", heading=_("Persons"), label=_("person"), max_num=20),
        InlinePanel("story_countries", heading=_("Countries"), label=_("country"), max_num=20),
        FieldPanel("tags"),
        MultiFieldPanel([FieldPanel("event_start"), FieldPanel("event_end")], _("Event"), classname=folded),
        InlinePanel("related_stories", heading=_("Related stories"), label=_("story"), max_num=6, classname=folded),
        InlinePanel("story_attachments", heading=_("Attachments"), label=_("document"), max_num=20, classname=folded),
        InlinePanel("story_notes", heading=_("Updates and corrections"), label=_("note"), classname=folded),
        MultiFieldPanel([FieldPanel("source_url"), FieldPanel("legacy_id")], _("Sources"), classname=folded),
        MultiFieldPanel([FieldPanel("embargo_until"), DraftLinksPanel()], _("Embargo and sharing a draft")),
    ]
