"""Pictures and documents: whose they are, on what terms, until when."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, get_upload_to
from wagtail.search import index

from library.fields import PictureField
from library.licences import Licence


def language_choices():
    """Give the languages a document can be in.

    Returns:
        list of (code, name) pairs, as configured in LANGUAGES.
    """
    return list(settings.LANGUAGES)


class Credited(models.Model):
    """What every published file states: its author and the terms of its use."""

    credit = models.CharField(
        _("credit"),
        max_length=255,
        help_text=_("Who made it, as it is to be printed: “Photo: Ana Horvat, City of Vienna”."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=20,
        choices=Licence,
        help_text=_("The terms on which the Alliance may show it."),
    )

    class Meta:
        abstract = True


def uploader(related_name):
    """Return the key to whoever uploaded a file, under a name that does not meet that of Wagtail's own model.

    Args:
        related_name: str, the user's accessor for these files.
    """
    field = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by user"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name=related_name,
    )
    field.wagtail_reference_index_ignore = True
    return field


def free_tags(related_name):
    """Return the free tags of a file, under a name that does not meet that of Wagtail's own model.

    Args:
        related_name: str, the tag's accessor for these files.
    """
    return TaggableManager(help_text=None, blank=True, verbose_name=_("tags"), related_name=related_name)


class Image(Credited, AbstractImage):
    """A picture with credit and licence; its alternative text stands beside each use."""

    file = PictureField(_("file"), upload_to=get_upload_to, width_field="width", height_field="height")
    uploaded_by_user = uploader("uploaded_pictures")
    tags = free_tags("pictures")
    licence_until = models.DateField(
        _("licence ends on"),
        null=True,
        blank=True,
        help_text=_("Leave empty if the licence has no end."),
    )
    source_url = models.URLField(_("source address"), blank=True, help_text=_("Where the picture was taken from."))
    consent_note = models.TextField(
        _("consent"),
        blank=True,
        help_text=_("Who of the persons shown agreed, when, and to what. Never shown to readers."),
    )

    admin_form_fields = (
        "title",
        "file",
        "credit",
        "licence",
        "licence_until",
        "source_url",
        "consent_note",
        "description",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = [
        *AbstractImage.search_fields,
        index.SearchField("credit"),
        index.FilterField("licence"),
        index.FilterField("licence_until"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __str__(self):
        return self.title

    @property
    def default_alt_text(self):
        """Give no alternative text by itself: a file name or title never stands in for one.

        Returns:
            str, the description if the editor wrote one, else empty.
        """
        return self.description


class Rendition(AbstractRendition):
    """One size and format of a picture."""

    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions", verbose_name=_("picture"))

    class Meta:
        verbose_name = _("rendition")
        verbose_name_plural = _("renditions")
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class Document(Credited, AbstractDocument):
    """A file to download, with credit, licence and the language it is written in."""

    uploaded_by_user = uploader("uploaded_documents")
    tags = free_tags("documents")
    language = models.CharField(
        _("language"),
        max_length=12,
        blank=True,
        choices=language_choices,
        help_text=_("The language the document is written in."),
    )

    admin_form_fields = ("title", "file", "credit", "licence", "language", "collection", "tags")
    search_fields = [
        *AbstractDocument.search_fields,
        index.SearchField("credit"),
        index.FilterField("licence"),
        index.FilterField("language"),
    ]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def __str__(self):
        return self.title
