"""The front page, and pages of plain text."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from blocks.body import BodyBlock
from common.pages import BasePage
from home.blocks import HomeBlock
from home.queries import front

__all__ = ["HomePage", "StandardPage"]


class HomePage(BasePage):
    """The front page of one language, composed of blocks."""

    body = StreamField(
        HomeBlock(), blank=True, verbose_name=_("sections"), help_text=_("From top to bottom, as readers see them.")
    )

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    template = "home/home_page.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.StandardPage",
        "applications.FormPage",
        "news.NewsIndexPage",
        "membership.MemberIndexPage",
        "glossary.GlossaryPage",
    ]

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def get_context(self, request, *args, **kwargs):
        """Add ``front``: the rows that all sections show, read once."""
        context = super().get_context(request, *args, **kwargs)
        context["front"] = request.front = front(self)
        return context


class StandardPage(BasePage):
    """A page of text: about, join, cooperate, contact, and the legal pages."""

    introduction = models.TextField(
        _("introduction"), max_length=500, blank=True, help_text=_("One or two sentences under the title.")
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("text"))
    last_reviewed = models.DateField(
        _("last reviewed on"),
        null=True,
        blank=True,
        help_text=_("When somebody last read the whole page and found it true. Readers see this date."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("body"),
        FieldPanel("last_reviewed"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction"), index.SearchField("body")]
    template = "home/standard_page.html"
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage", "applications.FormPage"]

    class Meta:
        verbose_name = _("page of text")
        verbose_name_plural = _("pages of text")
