"""A part of the map, and how an address names it."""

import re
from dataclasses import dataclass, fields

from membership.map.projection import VIEW

__all__ = ["NARROWEST", "Window"]

NARROWEST = 12
NUMBER = re.compile(r"-?[0-9]{1,5}")


@dataclass(frozen=True)
class Window:
    """A part of the map, in units of the drawing."""

    left: int
    top: int
    width: int

    @property
    def height(self):
        """How high it is: in the shape of the whole map."""
        return round(self.width * VIEW[3] / VIEW[2])

    @property
    def text(self):
        """How an address names it."""
        return f"{self.left},{self.top},{self.width}"

    @property
    def box(self):
        """Left, top, width and height."""
        return self.left, self.top, self.width, self.height

    @property
    def narrowest(self):
        """Whether no narrower part can be drawn."""
        return self.width <= NARROWEST

    @property
    def scale(self):
        """How many times larger it is drawn than the whole map is."""
        return VIEW[2] / self.width

    @classmethod
    def read(cls, text):
        """Return the window that an address names, or None where it names none.

        Args:
            text: three whole numbers with commas: left, top, width.
        """
        parts = text.split(",")
        if len(parts) != len(fields(cls)) or not all(NUMBER.fullmatch(part) for part in parts):
            return None
        left, top, width = map(int, parts)
        inside = NARROWEST <= width <= VIEW[2] and abs(left) <= VIEW[2] * 2 and abs(top) <= VIEW[3] * 2
        return cls(left, top, width) if inside else None

    @classmethod
    def around(cls, box):
        """Return the window that holds a box with some room around it.

        Args:
            box: left, top, right and bottom.
        """
        left, top, right, bottom = box
        needed = max(right - left, (bottom - top) * VIEW[2] / VIEW[3]) * 1.4
        width = round(min(VIEW[2], max(NARROWEST, needed)))
        height = width * VIEW[3] / VIEW[2]
        return cls(round((left + right - width) / 2), round((top + bottom - height) / 2), width)

    def spread(self, x, y):
        """Return where a point of the drawing lies when this part is drawn as large as the whole map.

        Args:
            x, y: the point.
        """
        return VIEW[0] + (x - self.left) * self.scale, VIEW[1] + (y - self.top) * self.scale

    def wider(self):
        """Return the window around this one that shows twice as much, or None where the whole map does."""
        if self.width * 2 >= VIEW[2]:
            return None
        return Window(round(self.left - self.width / 2), round(self.top - self.height / 2), self.width * 2)
