"""Stories, the list they stand in, and the themes that join them."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index
from wagtail.url_routing import RouteResult

from blocks.body import BodyBlock
from common.countries import country_choices
from common.pages import BasePage
from news import feeds, structured
from news.forms import NewsPageForm
from news.labels import DatePrecision, StoryKind
from news.listing import listing_for
from news.story import story

__all__ = ["NewsIndexPage", "NewsPage", "StoryCountry", "StoryMember", "StoryTag", "StoryTheme", "Theme"]


class Theme(index.Indexed, TranslatableMixin, models.Model):
    """A topic that readers follow; one row for each language, joined by ``translation_key``."""

    title = models.CharField(_("title"), max_length=80)
    slug = models.SlugField(
        _("address"), max_length=80, help_text=_("Stands in the address of the theme's list, in this language.")
    )
    introduction = models.TextField(
        _("introduction"),
        max_length=500,
        blank=True,
        help_text=_("One or two sentences above the theme's list of stories."),
    )

    panels = [FieldPanel("title"), FieldPanel("slug"), FieldPanel("introduction")]
    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("introduction"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["title"]
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="news_theme_slug_once_per_language")]

    def __str__(self):
        return self.title

    def clean(self):
        """Refuse an address that another theme of the language has.

        Raises:
            ValidationError: names the field ``slug``.
        """
        super().clean()
        if Theme.objects.filter(locale=self.locale_id, slug=self.slug).exclude(pk=self.pk).exists():
            raise ValidationError(
                {"slug": _("Another theme in this language has this address. Choose a different one.")}
            )


class NewsIndexPage(BasePage):
    """The list of stories of one language, and the home of its feeds."""

    introduction = models.TextField(
        _("introduction"), max_length=500, blank=True, help_text=_("One or two sentences above the list.")
    )

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]
    template = "news/news_index_page.html"
    subpage_types = ["news.NewsPage"]

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")

    def route(self, request, path_components):
        """Send ``feed.rss``, ``feed.atom`` and ``feed.json`` below this page to its feeds."""
        if len(path_components) == 1 and path_components[0] in feeds.FEEDS and self.live:
            return RouteResult(self, kwargs={"feed": path_components[0]})
        return super().route(request, path_components)

    def serve(self, request, *args, feed=None, **kwargs):
        """Answer with the list, or with the feed that was asked for."""
        if feed:
            return feeds.respond(self, request, feed)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        """Add the filtered page of stories as ``listing``."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, "listing": listing_for(self, request)}

    def feeds(self, request):
        """Return the feeds that the page announces, as (title, address, media type)."""
        return feeds.announced(self, request)


class StoryTag(TaggedItemBase):
    """A free tag on a story; tags are shared by all languages."""

    content_object = ParentalKey("news.NewsPage", on_delete=models.CASCADE, related_name="story_tags")


class StoryTheme(Orderable):
    """A theme of a story; shown in the reader's language by ``translation_key``."""

    page = ParentalKey("news.NewsPage", on_delete=models.CASCADE, related_name="story_themes")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="story_links", verbose_name=_("theme"))
    panels = [FieldPanel("theme", widget=forms.Select)]


class StoryMember(Orderable):
    """A city or region that a story is about; shown in the reader's language by ``translation_key``."""

    page = ParentalKey("news.NewsPage", on_delete=models.CASCADE, related_name="story_members")
    member = models.ForeignKey(
        "membership.MemberPage", on_delete=models.CASCADE, related_name="story_links", verbose_name=_("city or region")
    )
    panels = [FieldPanel("member", widget=forms.Select)]


class StoryCountry(Orderable):
    """A country that a story is about, by its ISO code."""

    page = ParentalKey("news.NewsPage", on_delete=models.CASCADE, related_name="story_countries")
    country = models.CharField(_("country"), max_length=2, choices=country_choices)
    panels = [FieldPanel("country")]


class NewsPage(BasePage):
    """One story: its record, its picture, its words, and what it is about."""

    date = models.DateField(_("date"), null=True, help_text=_("The day it happened. Needed to publish."))
    date_precision = models.CharField(
        _("how much of the date is known"), max_length=5, choices=DatePrecision, default=DatePrecision.DAY
    )
    place = models.CharField(_("place"), max_length=120, blank=True, help_text=_("For example: Innsbruck, Austria"))
    kind = models.CharField(_("kind"), max_length=20, choices=StoryKind, default=StoryKind.REPORT)
    lead_image = models.ForeignKey(
        "library.Image", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("picture")
    )
    lead_alt = models.CharField(
        _("text alternative"),
        max_length=250,
        blank=True,
        help_text=_("What the picture shows, for those who cannot see it. Needed to publish, unless it is decorative."),
    )
    lead_decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("The picture tells nothing that the text does not tell.")
    )
    lead_caption = models.CharField(_("caption"), max_length=300, blank=True)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("story"))
    tags = ClusterTaggableManager(through=StoryTag, blank=True, verbose_name=_("tags"))
    source_url = models.URLField(_("source"), max_length=500, blank=True, help_text=_("Where the facts are on record."))
    legacy_id = models.PositiveIntegerField(_("number on the former site"), null=True, blank=True, db_index=True)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("date"), FieldPanel("date_precision"), FieldPanel("place"), FieldPanel("kind")], _("Record")
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("lead_image", "lead_alt", "lead_decorative", "lead_caption")],
            _("Picture"),
            help_text=_("Its credit is kept with the picture in the library."),
        ),
        FieldPanel("body"),
        InlinePanel("story_themes", heading=_("Themes"), label=_("theme"), max_num=5),
        InlinePanel("story_members", heading=_("Cities and regions"), label=_("city or region"), max_num=20),
        InlinePanel("story_countries", heading=_("Countries"), label=_("country"), max_num=20),
        FieldPanel("tags"),
        MultiFieldPanel([FieldPanel("source_url"), FieldPanel("legacy_id")], _("Sources")),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("place"),
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
        context = super().get_context(request, *args, **kwargs)
        context["story"] = story(self, request)
        return structured.keep(self, context, request)

    def structured_data(self, head, request):
        """Return what the story is for search engines, with its quotations."""
        return structured.article(self, head, request)

    def social_image(self, request):
        """Return the picture that stands beside a shared link, or None."""
        return structured.social_image(self, request)

    def feeds(self, request):
        """Return the feeds of the list that the story stands in."""
        return feeds.announced_beside(self, request)
