"""What a story is joined to: themes, cities, countries, tags, persons, other stories, documents and notes."""

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from common.countries import country_choices
from news.labels import NoteKind

__all__ = [
    "RelatedStory", "StoryAttachment", "StoryCountry", "StoryMember", "StoryNote", "StoryPerson", "StoryTag",
    "StoryTheme",
]  # fmt: skip


class StoryTag(TaggedItemBase):
    """A free tag on a story; tags are shared by all languages."""

    content_object = ParentalKey("news.NewsPage", on_delete=models.CASCADE, related_name="story_tags")


class StoryTheme(Orderable):
    """A theme of a story; shown in the reader's language by ``translation_key``."""

    page = ParentalKey("news.NewsPage", on_delete=models.CASCADE, related_name="story_themes")
    theme = models.ForeignKey(
        "news.Theme", on_delete=models.CASCADE, related_name="story_links", verbose_name=_("theme")
    )
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


class StoryPerson(Orderable):
    """A person who is in a story or wrote it; shown in the reader's language by ``translation_key``."""

    page = ParentalKey("news.NewsPage", on_delete=models.CASCADE, related_name="story_persons")
    person = models.ForeignKey(
        "people.PersonPage", on_delete=models.CASCADE, related_name="story_links", verbose_name=_("person")
    )
    is_author = models.BooleanField(_("wrote the story"), default=False)
    panels = [FieldPanel("person", widget=forms.Select), FieldPanel("is_author")]


class RelatedStory(Orderable):
    """Another story that the editor put beside this one."""

    page = ParentalKey("news.NewsPage", on_delete=models.CASCADE, related_name="related_stories")
    story = models.ForeignKey(
        "news.NewsPage", on_delete=models.CASCADE, related_name="pinned_beside", verbose_name=_("story")
    )
    panels = [PageChooserPanel("story", "news.NewsPage")]


class StoryAttachment(TranslatableMixin, Orderable):
    """A document that goes with a story."""

    page = ParentalKey("news.NewsPage", on_delete=models.CASCADE, related_name="story_attachments")
    document = models.ForeignKey(
        "library.Document", on_delete=models.CASCADE, related_name="+", verbose_name=_("document")
    )
    title = models.CharField(
        _("title"), max_length=160, blank=True, help_text=_("As readers see it. Empty: the title in the library.")
    )
    translatable_fields = [TranslatableField("title"), SynchronizedField("document")]
    panels = [FieldPanel("document"), FieldPanel("title")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")


class StoryNote(TranslatableMixin, Orderable):
    """A dated note on what changed in a story after it was published."""

    page = ParentalKey("news.NewsPage", on_delete=models.CASCADE, related_name="story_notes")
    kind = models.CharField(_("kind of note"), max_length=10, choices=NoteKind, default=NoteKind.UPDATE)
    date = models.DateTimeField(_("date"), default=timezone.now)
    text = models.TextField(
        _("note"), max_length=500, help_text=_("What changed, in a sentence or two. A correction says what was wrong.")
    )
    public = models.BooleanField(
        _("shown to readers"),
        default=True,
        help_text=_("A note that readers see moves the story up in the feeds. Others stay in this form."),
    )
    translatable_fields = [
        TranslatableField("text"),
        *(SynchronizedField(name, overridable=False) for name in ("kind", "date", "public")),
    ]
    panels = [FieldPanel("kind"), FieldPanel("date"), FieldPanel("text"), FieldPanel("public")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("note")
        verbose_name_plural = _("notes")
