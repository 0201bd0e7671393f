"""The page of a form; the records around it are imported here for Django to find."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index
from wagtail.url_routing import RouteResult
from wagtail_localize.fields import SynchronizedField, TranslatableField

from applications import answering
from applications.choices import FormKind
from applications.flows import field_choices
from applications.office import AccessEntry, OfficeSettings, OutgoingMail, PurgeRun, ReplyTemplate, SavedView
from applications.records import Application, Attachment, Event, Message, Note, Notice
from blocks.body import BodyBlock
from common.pages import BasePage
from common.rich_text import SHORT_FEATURES

__all__ = [
    "AccessEntry", "Application", "Attachment", "Event", "FormHelp", "FormPage", "Message", "Note", "Notice",
    "OfficeSettings", "OutgoingMail", "PurgeRun", "ReplyTemplate", "SavedView",
]  # fmt: skip


class FormPage(BasePage):
    """A page with a form: editors write the words around it and its help texts; its fields are code."""

    takes_posts = True

    kind = models.CharField(_("form"), max_length=16, choices=FormKind, default=FormKind.CONTACT)
    introduction = models.TextField(
        _("introduction"), max_length=500, blank=True, help_text=_("One or two sentences under the title.")
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("text above the form"))
    notice = RichTextField(
        _("notice about personal data"),
        features=SHORT_FEATURES,
        blank=True,
        help_text=_("What the data is for, who reads it and how long it is kept. Each wording is kept with the "
                    "applications that were sent under it."),
    )  # fmt: skip
    what_next = models.TextField(
        _("what happens next"),
        max_length=600,
        blank=True,
        help_text=_("Shown after sending and written in the confirmation. Say when applicants hear from you."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("kind"),
        FieldPanel("introduction"),
        FieldPanel("body"),
        InlinePanel("help_texts", heading=_("Help texts of fields"), label=_("Help text")),
        MultiFieldPanel([FieldPanel("notice"), FieldPanel("what_next")], heading=_("Sending")),
    ]
    override_translatable_fields = [SynchronizedField("kind", overridable=False)]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
        index.SearchField("notice"),
        index.SearchField("what_next"),
        index.RelatedFields("help_texts", [index.SearchField("text")]),
    ]
    template = "applications/form_page.html"
    parent_page_types = ["home.HomePage", "home.StandardPage", "applications.FormPage"]
    subpage_types = ["home.StandardPage", "applications.FormPage"]

    class Meta:
        verbose_name = _("page with a form")
        verbose_name_plural = _("pages with a form")

    def route(self, request, path_components):
        """Send the address after sending to the confirmation."""
        if self.live and path_components == [answering.RECEIVED]:
            return RouteResult(self, kwargs={"received": True})
        return super().route(request, path_components)

    def serve(self, request, *args, received=False, **kwargs):
        """Answer with the form, with its next step, or with the confirmation."""
        if received:
            return answering.confirm(self, request)
        if request.method == "POST":
            return answering.respond(self, request)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        """Add `screen`: the first step of the form."""
        return {**super().get_context(request, *args, **kwargs), "screen": answering.first_screen(self)}


class FormHelp(TranslatableMixin, Orderable):
    """An editor's help text for one field."""

    page = ParentalKey(FormPage, on_delete=models.CASCADE, related_name="help_texts")
    field = models.CharField(_("field"), max_length=40, choices=field_choices)
    text = models.TextField(_("help text"), max_length=400)

    translatable_fields = [SynchronizedField("field", overridable=False), TranslatableField("text")]
    panels = [FieldPanel("field"), FieldPanel("text")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("help text")
        verbose_name_plural = _("help texts")

    def __str__(self):
        return self.field
