"""The outline of Europe as data: rings of each country, and which of them a window of the map touches."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

NUMBER = re.compile(r"-?[0-9.]+")
SOURCE = Path(__file__).with_name("europe.json")


@dataclass(frozen=True)
class Ring:
    """A closed line of a country's outline."""

    country: str
    left: int
    top: int
    right: int
    bottom: int
    path: str

    def touches(self, window):
        """Tell whether the ring may lie in a window (left, top, width, height)."""
        left, top, width, height = window
        across = self.left <= left + width and self.right >= left
        return across and self.top <= top + height and self.bottom >= top


@cache
def rings():
    """Return every ring of the outline, read once."""
    data = json.loads(SOURCE.read_text(encoding="utf-8"))
    return tuple(Ring(code, *box, path) for code, found in data.items() for box, path in found)


def rings_in(window):
    """Return the rings that a window of the map touches.

    Args:
        window: (left, top, width, height) in units of the drawing.
    """
    return [ring for ring in rings() if ring.touches(window)]


def extent(country):
    """Return (left, top, right, bottom) of the largest part of a country, or None when it is not drawn.

    Args:
        country: two letters.
    """
    own = [ring for ring in rings() if ring.country == country]
    if not own:
        return None
    largest = max(own, key=lambda ring: (ring.right - ring.left) * (ring.bottom - ring.top))
    return largest.left, largest.top, largest.right, largest.bottom


def points(path):
    """Return the corners of a ring.

    Args:
        path: as the outline has it: `M`, a point, `l`, steps from point to point, `z`.
    """
    numbers = [float(number) for number in NUMBER.findall(path)]
    corners, x, y = [], 0.0, 0.0
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        corners.append((x, y))
    return corners
