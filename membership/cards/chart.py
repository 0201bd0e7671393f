"""The surroundings of a place as a picture: the same outline, projection and colours as the site's map."""

from itertools import pairwise

from PIL import Image, ImageDraw

from common.cards.drawing import HEIGHT, PICTURE
from membership.map.outline import extent, points, rings_in
from membership.map.projection import project

__all__ = ["chart"]

WATER, LAND, BORDER, OWN, COAST = "#dfe1e0", "#f6f0e3", "#b7ac98", "#d3dae2", "#8793a8"
PIN, HALO = "#173f7d", "#faf6ee"
RATIO = HEIGHT / PICTURE
NARROWEST, WIDEST = 130, 340
# Drawn larger than needed, so that lines are smooth.
FINE = 3
DASH, GAP = 5, 4


def chart(lat, lon, country):
    """Draw the surroundings of a place.

    Args:
        lat, lon: degrees; None where the position is not on record.
        country: two letters; this country is tinted.

    Returns:
        A Pillow image as large as the picture of a card, or None where the map of Europe does not show the place.
    """
    if lat is None or lon is None:
        return None
    x, y = project(lat, lon)
    window = _window(x, y, country)
    rings = rings_in(window)
    if not rings:
        return None
    scale = PICTURE * FINE / window[2]
    sheet = Image.new("RGB", (PICTURE * FINE, HEIGHT * FINE), WATER)
    pen = ImageDraw.Draw(sheet)
    # The tinted country comes last, so that its coast is whole.
    for ring in sorted(rings, key=lambda ring: ring.country == country):
        corners = [((px - window[0]) * scale, (py - window[1]) * scale) for px, py in points(ring.path)]
        _draw(pen, ring.country, corners, ring.country == country)
    _pin(pen, (x - window[0]) * scale, (y - window[1]) * scale)
    return sheet.resize((PICTURE, HEIGHT), Image.Resampling.LANCZOS)


def _window(x, y, country):
    """Left, top, width and height: the country in the middle where it fits, else the place."""
    box = extent(country) or (x, y, x, y)
    needed = max(box[2] - box[0], (box[3] - box[1]) / RATIO) * 1.2
    width = min(WIDEST, max(NARROWEST, needed))
    fits = needed <= WIDEST and box[0] <= x <= box[2] and box[1] <= y <= box[3]
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) if fits else (x, y)
    return middle[0] - width / 2, middle[1] - width * RATIO / 2, width, width * RATIO


def _draw(pen, country, corners, own):
    pen.polygon(corners, fill=OWN if own else LAND)
    outline = [*corners, corners[0]]
    if country == "XK":
        _dashed(pen, outline)
    elif own:
        pen.line(outline, fill=COAST, width=2 * FINE, joint="curve")
    else:
        pen.line(outline, fill=BORDER, width=FINE, joint="curve")


def _dashed(pen, corners):
    """A dashed line through corners: the dashes go on from one side to the next."""
    gone, whole = 0.0, (DASH + GAP) * FINE
    for (ax, ay), (bx, by) in pairwise(corners):
        length = max(1e-9, ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5)
        start = -(gone % whole)
        while start < length:
            first, last = max(0, start) / length, min(length, start + DASH * FINE) / length
            if last > first:
                ends = [(ax + (bx - ax) * part, ay + (by - ay) * part) for part in (first, last)]
                pen.line(ends, fill=COAST, width=FINE + 1)
            start += whole
        gone += length


def _pin(pen, x, y):
    for radius, fill, outline in ((17, None, PIN), (11, HALO, None), (8, PIN, None)):
        size = radius * FINE
        pen.ellipse([x - size, y - size, x + size, y + size], fill=fill, outline=outline, width=2 * FINE)
