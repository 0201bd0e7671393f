"""What is remembered of each import, so that it can be read again and taken back as a whole."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

__all__ = ["ImportStatus", "ImportedRow", "MemberImport", "RowResult", "TouchedPage"]


class ImportStatus(models.TextChoices):
    """How far an import has come."""

    CHECKED = "checked", pgettext_lazy("import of members", "Being checked")
    DONE = "done", pgettext_lazy("import of members", "Imported")
    UNDONE = "undone", pgettext_lazy("import of members", "Taken back")


class RowResult(models.TextChoices):
    """What became of a line of the file."""

    CREATED = "created", pgettext_lazy("line of an import", "New")
    UPDATED = "updated", pgettext_lazy("line of an import", "Changed")
    UNCHANGED = "unchanged", pgettext_lazy("line of an import", "As it was")
    REFUSED = "refused", pgettext_lazy("line of an import", "Refused")


class MemberImport(models.Model):
    """One file of authorities, who brought it, and what came of it."""

    name = models.CharField(_("name of the file"), max_length=255)
    status = models.CharField(_("state"), max_length=8, choices=ImportStatus, default=ImportStatus.CHECKED)
    content = models.BinaryField(_("file"))
    columns = models.JSONField(_("columns"), default=dict, blank=True)
    encoding = models.CharField(_("encoding"), max_length=20, blank=True)
    summary = models.JSONField(_("summary"), default=dict, blank=True)
    created_at = models.DateTimeField(_("brought in"), auto_now_add=True)
    imported_at = models.DateTimeField(_("imported"), null=True, blank=True)
    undone_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("by"),
    )
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("taken back by"),
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("import of members")
        verbose_name_plural = _("imports of members")
        ordering = ["-pk"]
        permissions = [("keep_records", "Can import members, take imports back and change states together")]

    def __str__(self):
        return f"{self.pk}: {self.name}"


class ImportedRow(models.Model):
    """One line of an import, and what was said of it. `page` is a plain number: the row outlives what it brought."""

    run = models.ForeignKey(
        MemberImport, on_delete=models.CASCADE, related_name="rows", verbose_name=_("import of members")
    )
    line = models.PositiveIntegerField(_("line"))
    name = models.CharField(_("name"), max_length=200, blank=True)
    result = models.CharField(_("what became of it"), max_length=10, choices=RowResult)
    messages = models.JSONField(_("report"), default=list, blank=True)
    page = models.BigIntegerField(_("page"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("line of an import")
        verbose_name_plural = _("lines of an import")
        ordering = ["line", "pk"]

    def __str__(self):
        return f"{self.line}: {self.name}"


class TouchedPage(models.Model):
    """A page that an import wrote: what stood there before, and which version it left behind.

    `page` and `revision` are plain numbers, since an undone import leaves neither. `before` holds the rows of the
    database that the import replaced, as Django serialises them; it is empty for a page that the import made.
    """

    run = models.ForeignKey(
        MemberImport, on_delete=models.CASCADE, related_name="pages", verbose_name=_("import of members")
    )
    page = models.BigIntegerField(_("page"), db_index=True)
    revision = models.BigIntegerField(_("version"), null=True, blank=True)
    before = models.JSONField(_("what stood there before"), default=list, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("page written by an import")
        verbose_name_plural = _("pages written by an import")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.run_id}: {self.page}"
