"""Cities and regions: the list, and a page for each authority; what belongs to them is imported here for Django."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail.url_routing import RouteResult

from blocks.body import BodyBlock
from common.countries import country_choices
from common.pages import BasePage
from library import renditions
from membership import country_pages, panels, structured
from membership.blocks import DocumentsBlock, PracticesBlock
from membership.checks import check_member, check_public
from membership.choices import Kind
from membership.country_words import CountryIntroduction
from membership.details import Armed, Contacted, Counted, Located
from membership.forms import MemberPageForm
from membership.import_records import ImportedRow, MemberImport, TouchedPage
from membership.joined import MemberLanguage, MemberLeader, MemberName
from membership.listing import listing_for
from membership.profile import profile_of
from membership.record import MemberState
from membership.rows import MemberRow, MemberTheme

__all__ = [
    "CountryIntroduction", "ImportedRow", "MemberImport", "MemberIndexPage", "MemberLanguage", "MemberLeader",
    "MemberName", "MemberPage", "MemberRow", "MemberState", "MemberTheme", "TouchedPage",
]  # fmt: skip


class MemberIndexPage(BasePage):
    """The list and the map of all members."""

    introduction = models.TextField(
        _("introduction"), max_length=600, blank=True, help_text=_("One to three sentences above the map.")
    )

    content_panels = [*BasePage.content_panels, *panels.INDEX_PANELS]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]
    template = "membership/member_index_page.html"
    subpage_types = ["membership.MemberPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of members")
        verbose_name_plural = _("lists of members")

    def route(self, request, path_components):
        """Send the addresses of countries below this page to what answers them."""
        if self.live and (code := country_pages.find(path_components)):
            return RouteResult(self, kwargs={"country": code})
        return super().route(request, path_components)

    def serve(self, request, *args, country=None, **kwargs):
        """Answer with the directory, or with the page of a country."""
        if country:
            return country_pages.respond(self, request, country)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        """Add `listing`: the members that the filters of the address choose, and the map of all."""
        context = super().get_context(request, *args, **kwargs)
        context["listing"] = listing_for(self, request)
        return context

    def structured_data(self, head, request):
        """Return the JSON-LD of the list; `head` knows its address."""
        return structured.index_data(self, head)


class MemberPage(Located, Counted, Armed, Contacted, BasePage):
    """One authority: who it is, where it lies, and what is on record about it."""

    local_name = models.CharField(
        _("name in its own language"),
        max_length=160,
        blank=True,
        help_text=_("As the authority writes it, for example Ηράκλειο."),
    )
    local_language = models.CharField(
        _("language of that name"),
        max_length=12,
        blank=True,
        help_text=_("Code of the language, for example el, sr-Cyrl or uk."),
    )
    country = models.CharField(_("country"), max_length=2, choices=country_choices)
    kind = models.CharField(_("kind of authority"), max_length=16, choices=Kind, default=Kind.MUNICIPALITY)
    website = models.URLField(_("website of the authority"), max_length=300, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    practices = StreamField(PracticesBlock(), verbose_name=_("good practices"), blank=True)
    documents = StreamField(DocumentsBlock(), verbose_name=_("documents"), blank=True)

    base_form_class = MemberPageForm
    content_panels = [*BasePage.content_panels, *panels.MEMBER_PANELS]
    search_fields = [*BasePage.search_fields, *panels.MEMBER_SEARCH]
    template = "membership/member_page.html"
    parent_page_types = ["membership.MemberIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")

    def clean(self):
        """Refuse half a position, a figure without its year, and a local name without its language."""
        super().clean()
        check_member(self)

    def save(self, *args, clean=True, **kwargs):
        """Save, unless the page would be public without a line that confirms the authority."""
        if clean:
            check_public(self)
        return super().save(*args, clean=clean, **kwargs)

    def pictures(self):
        """Return the pictures of the text and the coat of arms, each with the sizes it needs."""
        arms = [(self.arms, renditions.EMBLEM)] if self.arms else []
        return [*super().pictures(), *arms]

    def get_context(self, request, *args, **kwargs):
        """Add `profile`: everything the page shows about the member, in the page's language."""
        context = super().get_context(request, *args, **kwargs)
        context["profile"] = request.member = profile_of(self, request, context["pictures"])
        return context

    def social_image(self, request):
        """Return the picture that stands beside a shared link: the card with the map, or None."""
        return structured.social_image(self, request)

    def structured_data(self, head, request):
        """Return the JSON-LD of the authority; `head` knows its address."""
        return structured.member_data(self, head, request)
