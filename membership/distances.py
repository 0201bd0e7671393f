"""How far two places lie apart."""

import math

__all__ = ["distance"]

EARTH = 6371.0


def distance(one, other):
    """Return how far two places lie apart, in kilometres, or None where a position is missing.

    Args:
        one, other: have `lat` and `lon` in degrees.
    """
    if None in (one.lat, one.lon, other.lat, other.lon):
        return None
    south, north = math.radians(one.lat), math.radians(other.lat)
    turn = math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    half = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * turn
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))
