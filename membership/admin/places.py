"""Suggestions of places, for the picker of a point."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.views.decorators.http import require_safe

from common.countries import country_name
from membership.gazetteer import CREDIT, find
from membership.map.projection import project

__all__ = ["places"]

LONGEST = 80


@require_safe
def places(request):
    """Answer with the places that begin with `q`, in `country` where it is given.

    Args:
        request: the request of somebody who may open the editors' side.
    """
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise PermissionDenied
    country = request.GET.get("country", "").upper()[:2]
    found = find(request.GET.get("q", "")[:LONGEST], country)
    return JsonResponse({"credit": CREDIT, "places": [_shown(place) for place in found]})


def _shown(place):
    x, y = project(place.lat, place.lon)
    return {
        "name": place.name,
        "own": place.own,
        "country": country_name(place.country),
        "lat": place.lat,
        "lon": place.lon,
        "x": round(x, 1),
        "y": round(y, 1),
    }
