"""The base of every page type: what all pages share, and nothing that only some need."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from common import folding
from common.addresses import own_slug
from common.forms import PageForm
from common.gates import refuse_closed
from common.keeping import Permissions
from common.pictures import pictures_of, prepared_pictures
from common.serving import remember, restrictions_on, serve_page


class BasePage(Page):
    """A page with a summary, an address in its own language and prepared pictures."""

    summary = models.TextField(
        _("summary"),
        max_length=320,
        blank=True,
        help_text=_("One or two sentences. Shown under the title, in lists, and by search engines."),
    )

    base_form_class = PageForm
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary", boost=2),
        index.SearchField("folded_words"),
        index.AutocompleteField("folded_title"),
    ]
    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading=_("Address and search engines"),
        )
    ]

    class Meta:
        """Each page type is a table of its own."""

        abstract = True

    def full_clean(self, *args, **kwargs):
        """Give the page an address in Latin letters, then check it as usual."""
        self.slug = own_slug(self)
        super().full_clean(*args, **kwargs)

    def folded_words(self) -> str:
        """For the search index: the words of the page that are written with accents, without them."""
        return folding.folded_words(self)

    def folded_title(self) -> str:
        """For suggestions: the title without accents."""
        return folding.fold(self.title)

    def pictures(self) -> list[tuple]:
        """The pictures this page shows, each with the set of sizes it needs: pairs of (image, set)."""
        return pictures_of(self)

    def get_context(self, request, *args, **kwargs) -> dict:
        """What the template gets: the page and its prepared pictures by image."""
        remember(self, request)
        return {**super().get_context(request, *args, **kwargs), "pictures": prepared_pictures(self)}

    def permissions_for_user(self, user) -> Permissions:
        """What a person may do with the page."""
        return Permissions(user, self)

    def get_view_restrictions(self):
        """Who may see the page."""
        return restrictions_on(self)

    def publish(self, revision, *args, user=None, **kwargs):
        """Publish a version; a person is held to the gates, also where no form is in between."""
        if user is not None:
            refuse_closed(revision.as_object())
        return super().publish(revision, *args, user=user, **kwargs)

    def serve(self, request, *args, **kwargs):
        """Answer a reader's request."""
        return serve_page(self, request, *args, **kwargs)
