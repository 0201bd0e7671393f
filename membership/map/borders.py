"""In which country a position lies, as far as the outline of the map can tell."""

from functools import cache

from common.countries import EUROPE
from membership.map.outline import points, rings
from membership.map.projection import project

__all__ = ["lies_elsewhere"]

# The outline is simplified, and towns stand on rivers that are borders: about nine kilometres are no contradiction.
NEAR = 2.0


def lies_elsewhere(lat, lon, country):
    """Return the country in which a position certainly lies where that is another than was said; else "".

    Args:
        lat, lon: degrees.
        country: two letters.
    """
    point = project(lat, lon)
    own = [corners for ring, corners in _corners() if ring.country == country]
    if not own or any(_inside(point, corners) for corners in own):
        return ""
    found = next((code for code in _countries_at(point) if code != country), "")
    close = found and any(_distance(point, corners) <= NEAR for corners in own)
    return "" if close else found


@cache
def _corners():
    return [(ring, points(ring.path)) for ring in rings()]


def _countries_at(point):
    x, y = point
    for ring, corners in _corners():
        boxed = ring.left <= x <= ring.right and ring.top <= y <= ring.bottom
        if boxed and ring.country in EUROPE and _inside(point, corners):
            yield ring.country


def _inside(point, corners):
    """Tell whether a line from the point to the east crosses the ring an odd number of times."""
    x, y = point
    crossed = False
    for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            crossed = not crossed
    return crossed


def _distance(point, corners):
    return min(_to_side(point, *side) for side in zip(corners, [*corners[1:], corners[0]], strict=True))


def _to_side(point, start, end):
    (x, y), (ax, ay), (bx, by) = point, start, end
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = max(0.0, min(1.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length)) if length else 0.0
    return ((x - ax - along * (bx - ax)) ** 2 + (y - ay - along * (by - ay)) ** 2) ** 0.5
