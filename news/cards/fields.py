"""What a story keeps of its card."""

from django.db import models
from django.utils.translation import gettext_lazy as _

__all__ = ["Carded"]


class Carded(models.Model):
    """A page with a card that was drawn when it was published; both fields are empty until that was tried."""

    card = models.CharField(_("card"), max_length=80, blank=True, editable=False)
    card_alt = models.CharField(_("text of the card"), max_length=420, blank=True, editable=False)

    class Meta:
        abstract = True

    def with_content_json(self, content):
        """Read a version of the page; the card belongs to the published page and not to one of its versions.

        Args:
            content: the stored version.
        """
        found = super().with_content_json(content)
        found.card, found.card_alt = self.card, self.card_alt
        return found
