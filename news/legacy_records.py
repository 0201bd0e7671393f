"""What the import of the former site remembers of each story that it brought."""

from django.db import models
from django.utils.translation import gettext_lazy as _

__all__ = ["ImportedStory"]


class ImportedStory(models.Model):
    """Which words a story was imported from, and which version the import left behind.

    The fingerprint tells whether a record of the file has changed since; the revision tells whether a person has
    changed the story since.
    """

    page = models.OneToOneField(
        "news.NewsPage",
        on_delete=models.CASCADE,
        related_name="imported_story",
        primary_key=True,
        verbose_name=_("story"),
    )
    fingerprint = models.CharField(_("fingerprint of the record"), max_length=64)
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("version that was imported"),
    )
    imported_at = models.DateTimeField(_("imported"), auto_now=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("imported story")
        verbose_name_plural = _("imported stories")

    def __str__(self):
        return self.fingerprint[:12]
