"""Stories and the list they stand in; the models around them are imported here for Django to find."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail.url_routing import RouteResult
from wagtail_localize.fields import SynchronizedField

from common.pages import BasePage
from news import feed_links, machine_routes, panels, structured, topics
from news.cards.fields import Carded
from news.draft_links import DraftLink
from news.forms import NewsPageForm
from news.joined import (
    RelatedStory,
    StoryAttachment,
    StoryCountry,
    StoryMember,
    StoryNote,
    StoryPerson,
    StoryTag,
    StoryTheme,
)
from news.labels import DatePrecision, StoryKind
from news.legacy_records import ImportedStory
from news.listing import listing_for
from news.previews import Previewed
from news.story import story
from news.story_fields import Embargoed, EventDates, LeadPicture, Withdrawable
from news.stream import StoryBlock
from news.themes import Theme
from people.queries import expect_persons

__all__ = [
    "DraftLink", "ImportedStory", "NewsIndexPage", "NewsPage", "RelatedStory", "StoryAttachment", "StoryCountry",
    "StoryMember", "StoryNote", "StoryPerson", "StoryTag", "StoryTheme", "Theme",
]  # fmt: skip


class NewsIndexPage(BasePage):
    """The list of stories of one language, and the home of its feeds."""

    introduction = models.TextField(
        _("introduction"), max_length=500, blank=True, help_text=_("One or two sentences above the list.")
    )

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]
    template = "news/news_index_page.html"
    subpage_types = ["news.NewsPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")

    def route(self, request, path_components):
        """Send the addresses of feeds, calendars and topics below this page to what answers them."""
        if self.live and (machine := machine_routes.find(path_components)):
            return RouteResult(self, kwargs={"machine": machine})
        if self.live and (topic := topics.find(path_components)):
            return RouteResult(self, kwargs={"topic": topic})
        return super().route(request, path_components)

    def serve(self, request, *args, machine=None, topic=None, **kwargs):
        """Answer with the list, or with the feed, calendar or topic that was asked for."""
        if machine:
            return machine_routes.answer(self, request, machine)
        if topic:
            return topics.respond(self, request, topic)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        """Add the filtered page of stories as ``listing``."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, "listing": listing_for(self, request)}

    def feeds(self, request):
        """Return the feeds that the page announces, as (title, address, media type)."""
        return feed_links.announced(self)


class NewsPage(Previewed, structured.Shared, Carded, LeadPicture, EventDates, Embargoed, Withdrawable, BasePage):
    """One story: its record, its picture, its words, and what it is about."""

    date = models.DateField(
        _("date"), null=True, default=timezone.localdate, help_text=_("The day it happened. Needed to publish.")
    )
    date_precision = models.CharField(
        _("how much of the date is known"), max_length=5, choices=DatePrecision, default=DatePrecision.DAY
    )
    place = models.CharField(_("place"), max_length=120, blank=True, help_text=_("For example: Innsbruck, Austria"))
    kind = models.CharField(_("kind"), max_length=20, choices=StoryKind, default=StoryKind.REPORT)
    authors = models.CharField(
        _("authors"), max_length=250, blank=True, help_text=_("Names as they are to be printed, with commas.")
    )
    body = StreamField(StoryBlock(), blank=True, verbose_name=_("story"))
    tags = ClusterTaggableManager(through=StoryTag, blank=True, verbose_name=_("tags"))
    source_url = models.URLField(_("source"), max_length=500, blank=True, help_text=_("Where the facts are on record."))
    legacy_id = models.PositiveIntegerField(_("number on the former site"), null=True, blank=True, db_index=True)

    content_panels = panels.content_panels(BasePage.content_panels)
    override_translatable_fields = [SynchronizedField(name) for name in ("authors", "withdrawn_reason")]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("place"),
        index.SearchField("authors"),
        index.SearchField("lead_alt"),
        index.SearchField("lead_caption"),
        index.SearchField("body"),
        index.RelatedFields("tags", [index.SearchField("name")]),
        index.FilterField("date"),
        index.FilterField("kind"),
    ]
    og_type = "article"
    base_form_class = NewsPageForm
    template = "news/news_page.html"
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def get_context(self, request, *args, **kwargs):
        """Add ``story``: everything that the page shows beside its own fields."""
        expect_persons(StoryPerson.objects.filter(page=self.pk).values("person_id"))
        context = super().get_context(request, *args, **kwargs)
        context["story"] = story(self, request)
        return structured.keep(self, context, request)
