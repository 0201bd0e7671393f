"""What the room adds to the editors' side."""

from django.urls import path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature

from common.rich_text import TERM
from glossary.admin.exchange import exchange, may_exchange
from glossary.admin.listing import TermListing
from glossary.admin.own import own_forms, term_buttons
from glossary.admin.suggestions import known_forms, suggestions_panel
from glossary.inline.chooser import TermChooserViewSet
from glossary.inline.links import ENTITY, TermElementHandler, TermLinkHandler, term_entity

hooks.register("register_admin_viewset", lambda: TermListing("term_pages"))
hooks.register("register_admin_viewset", lambda: TermChooserViewSet("term_chooser"))
hooks.register("register_page_header_buttons", term_buttons)
hooks.register("insert_editor_js", suggestions_panel)


@hooks.register("register_admin_urls")
def addresses():
    """The editors' views of terms."""
    return [
        path("glossary/files/", exchange, name="glossary_exchange"),
        path("glossary/forms-of/<int:page_id>/", known_forms, name="glossary_known_forms"),
        path("glossary/<int:page_id>/forms/", own_forms, name="glossary_own"),
    ]


class ExchangeItem(MenuItem):
    """The way to the files, for those who may publish terms."""

    def is_shown(self, request):
        """Whether the reader of the menu may."""
        return may_exchange(request.user)


@hooks.register("register_reports_menu_item")
def files_item():
    """The way to the files."""
    return ExchangeItem(_("Terms as files"), reverse("glossary_exchange"), name="glossary-files", icon_name="download")


@hooks.register("register_rich_text_features")
def register_terms(features):
    """Let editors mark terms in running text.

    Args:
        features: the registry of rich text.
    """
    features.register_link_type(TermLinkHandler)
    entity = {
        "type": ENTITY,
        "icon": "openquote",
        "description": _("Term of the glossary"),
        "attributes": ["key", "title"],
        "allowlist": {"key": "^[0-9a-f-]{36}$"},
        "chooserUrls": {"termChooser": reverse_lazy("term_chooser:choose")},
    }
    scripts = ["wagtailadmin/js/chooser-modal.js", "glossary/editor/term.js"]
    features.register_editor_plugin("draftail", TERM, EntityFeature(entity, js=scripts))
    rule = {
        "from_database_format": {f'a[linktype="{TERM}"]': TermElementHandler()},
        "to_database_format": {"entity_decorators": {ENTITY: term_entity}},
    }
    features.register_converter_rule("contentstate", TERM, rule)
