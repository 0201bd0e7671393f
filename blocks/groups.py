"""The groups in which the editor finds a block."""

from django.utils.translation import gettext_lazy as _

__all__ = ["FACTS", "MEDIA", "TEXT"]

TEXT = _("Text")
MEDIA = _("Pictures and video")
FACTS = _("Facts and links")
