"""The small map of one member: its country tinted, what lies around it, and the other members there."""

from dataclasses import dataclass

from membership.choices import State
from membership.map.outline import extent, rings_in
from membership.map.pins import pins_of
from membership.map.projection import project

RATIO = 0.875
NARROWEST, WIDEST = 150, 420
FULL_WIDTH = 700


@dataclass(frozen=True)
class CloseUp:
    """A window of the map around one place, ready to draw."""

    x: float
    y: float
    view: str
    width: int
    height: int
    scale: float
    land: str
    own: str
    dashed: str
    others: list

    @property
    def radius(self):
        """How large the pin of the place is in this window."""
        return f"{7 * self.scale:.1f}"

    @property
    def ring_radius(self):
        """How large the ring around that pin is."""
        return f"{13 * self.scale:.1f}"

    @property
    def small_radius(self):
        """How large the pins of the other members are."""
        return f"{5 * self.scale:.1f}"


def close_up(member, others=()):
    """Draw the surroundings of a member.

    Args:
        member: has `lat`, `lon` and `country`.
        others: further members (queries.Member) to show as quiet pins.

    Returns:
        A CloseUp, or None when the position is not on record or outside Europe.
    """
    if member.lat is None or member.lon is None:
        return None
    x, y = project(member.lat, member.lon)
    window = _window(x, y, member.country)
    rings = rings_in(window)
    if not rings:
        return None
    return CloseUp(
        x=round(x, 1),
        y=round(y, 1),
        view=" ".join(map(str, window)),
        width=480,
        height=round(480 * RATIO),
        scale=window[2] / FULL_WIDTH,
        land="".join(ring.path for ring in rings if ring.country not in (member.country, "XK")),
        own="".join(ring.path for ring in rings if ring.country == member.country),
        dashed="".join(ring.path for ring in rings if ring.country == "XK"),
        others=_quiet(others, window),
    )


def _window(x, y, country):
    """Return (left, top, width, height): the country in the middle where it fits, else the place."""
    box = extent(country) or (x, y, x, y)
    needed = max(box[2] - box[0], (box[3] - box[1]) / RATIO) * 1.25
    width = round(min(WIDEST, max(NARROWEST, needed)))
    height = round(width * RATIO)
    fits = needed <= WIDEST and box[0] <= x <= box[2] and box[1] <= y <= box[3]
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) if fits else (x, y)
    return round(middle[0] - width / 2), round(middle[1] - height / 2), width, height


def _quiet(others, window):
    left, top, width, height = window
    shown = [pin for pin in pins_of(others) if left < pin.x < left + width and top < pin.y < top + height]
    return [(pin, pin.state == State.PARTICIPANT) for pin in shown]
