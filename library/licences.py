"""The terms under which pictures and documents may be shown."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """The licences an editor chooses from."""

    COUNCIL_OF_EUROPE = "coe", _("Council of Europe terms of use")
    CC_BY = "cc-by-4.0", _("Creative Commons Attribution 4.0 (CC BY 4.0)")
    CC_BY_SA = "cc-by-sa-4.0", _("Creative Commons Attribution-ShareAlike 4.0 (CC BY-SA 4.0)")
    CC0 = "cc0", _("Creative Commons Zero (CC0)")
    PUBLIC_DOMAIN = "public-domain", _("Public domain")
    PERMISSION = "permission", _("Used with permission")
    OWN = "own", _("Own drawing or own photograph")
