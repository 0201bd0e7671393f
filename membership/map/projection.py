"""Lambert azimuthal equal-area projection, centred on 52° N 15° E, close to the European grid EPSG:3035.

Equal area means that no country looks larger than it is. Units are those of the drawing: 1000 wide, 860 high.
"""

import math

WIDTH, HEIGHT = 1000, 860
VIEW = (20, 28, 960, 832)
SCALE, ORIGIN_X, ORIGIN_Y = 1255, 458, 462
CENTRE_LATITUDE, CENTRE_LONGITUDE = math.radians(52), math.radians(15)


def project(lat, lon):
    """Return where a place lies on the drawing.

    Args:
        lat: degrees north.
        lon: degrees east.

    Returns:
        (x, y); y grows downwards. A place outside the drawing gets coordinates outside it.
    """
    phi, turn = math.radians(lat), math.radians(lon) - CENTRE_LONGITUDE
    sine, cosine = math.sin(CENTRE_LATITUDE), math.cos(CENTRE_LATITUDE)
    towards = 1 + sine * math.sin(phi) + cosine * math.cos(phi) * math.cos(turn)
    stretch = math.sqrt(2 / max(1e-9, towards))
    x = stretch * math.cos(phi) * math.sin(turn)
    y = stretch * (cosine * math.sin(phi) - sine * math.cos(phi) * math.cos(turn))
    return ORIGIN_X + SCALE * x, ORIGIN_Y - SCALE * y


def in_view(x, y, margin=4):
    """Tell whether a point lies on the part of the drawing that is shown."""
    left, top, width, height = VIEW
    return left + margin <= x <= left + width - margin and top + margin <= y <= top + height - margin
