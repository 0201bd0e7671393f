"""The picker of a point: the two fields of a position, with a search of places and a map beside them.

Without JavaScript the two fields are all there is, and enough.
"""

from django.urls import reverse
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from membership.gazetteer import CREDIT
from membership.map.projection import CENTRE_LATITUDE, CENTRE_LONGITUDE, ORIGIN_X, ORIGIN_Y, SCALE, VIEW

__all__ = ["PointPanel"]


class PointPanel(FieldRowPanel):
    """Latitude and longitude, to be typed, looked up by name, or chosen on the map."""

    def __init__(self, **kwargs):
        """Hold the two fields.

        Args:
            kwargs: those of a panel.
        """
        kwargs.pop("children", None)
        super().__init__([FieldPanel("lat"), FieldPanel("lon")], **kwargs)

    class BoundPanel(FieldRowPanel.BoundPanel):
        """The picker of one page."""

        template_name = "membership/admin/point_panel.html"

        def get_context_data(self, parent_context=None):
            """Add where places are looked up, and how the map is projected."""
            return {
                **super().get_context_data(parent_context),
                "address": reverse("membership_places"),
                "credit": CREDIT,
                "view": " ".join(map(str, VIEW)),
                "projection": ",".join(map(str, (CENTRE_LATITUDE, CENTRE_LONGITUDE, SCALE, ORIGIN_X, ORIGIN_Y))),
            }
