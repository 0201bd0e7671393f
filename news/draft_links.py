"""Links by which somebody without an account reads a story before its time."""

import datetime

from django.conf import settings
from django.core import signing
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from common.localization import language_of

__all__ = ["DraftLink", "expires", "link_behind"]

SALT = "news.draft_link"
DAYS = 7


def expires():
    """Return when a link that is made now ends."""
    return timezone.now() + datetime.timedelta(days=DAYS)


class DraftLink(models.Model):
    """One link to the latest version of a story; signed, and dead when it is revoked or has expired."""

    page = models.ForeignKey("news.NewsPage", on_delete=models.CASCADE, related_name="draft_links")
    note = models.CharField(_("for whom"), max_length=120, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(_("made"), default=timezone.now)
    expires_at = models.DateTimeField(_("ends"), default=expires)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    wagtail_reference_index_ignore = True

    class Meta:
        app_label = "news"
        verbose_name = _("link to a draft")
        verbose_name_plural = _("links to drafts")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return self.note or str(self.created_at)

    @property
    def works(self):
        """Tell whether the link still opens the story."""
        return self.revoked_at is None and self.expires_at > timezone.now()

    def address(self):
        """Return the path of the link, in the language of the story."""
        with override(language_of(self.page)):
            return reverse("news_draft", args=(signing.dumps(self.pk, salt=SALT),))

    def revoke(self):
        """End the link at once."""
        self.revoked_at = timezone.now()
        self.save(update_fields=["revoked_at"])


def link_behind(token):
    """Return the working link that a token stands for, or None.

    Args:
        token: the last part of the link's address.
    """
    try:
        key = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    link = DraftLink.objects.select_related("page").filter(pk=key).first()
    return link if link is not None and link.works else None
