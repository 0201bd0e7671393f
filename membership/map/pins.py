"""The map of all members: where the pins stand, and which names fit beside them."""

from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from common import dates
from membership.choices import State
from membership.map.clusters import clustered
from membership.map.outline import rings_in
from membership.map.projection import VIEW, in_view, project
from membership.map.window import Window

# More marks than these nobody walks through by keyboard.
MARKS = 150
LETTER, LINE, GAP = 7.4, 15, 10
# On a narrow screen the names are set larger, so that only a few of them fit.
LARGER, NAMED_WHEN_NARROW = 2.6, 5


@dataclass(frozen=True)
class Pin:
    """A member on the map, or several that stand too close together to be pressed one by one."""

    x: float
    y: float
    name: str
    state: str
    url: str = ""
    language: str = ""
    count: int = 1

    @property
    def diamond(self):
        """The outline of a signatory's pin: the two states differ by shape, not by colour alone."""
        return f"M{self.x} {round(self.y - 4.6, 1)}l4.6 4.6-4.6 4.6-4.6-4.6z"

    @property
    def radius(self):
        """How large the circle around a number is."""
        return min(12, 8 + len(str(self.count)) * 1.3)


@dataclass(frozen=True)
class Label:
    """A name beside its pin."""

    x: float
    y: float
    anchor: str
    text: str
    minor: bool = False


@dataclass(frozen=True)
class Near:
    """The land of a part of the map, drawn as large as the whole."""

    transform: str
    land: str
    dashed: str


@dataclass(frozen=True)
class Overview:
    """The map of many members, ready to draw; `marks` are in reading order."""

    marks: list[Pin]
    labels: list[Label]
    description: str
    near: Near | None = None
    wider: str = ""
    undrawn: int = 0
    width: int = VIEW[2]
    height: int = VIEW[3]
    view: str = field(default=" ".join(map(str, VIEW)))

    @property
    def participants(self):
        """Pins of single participants."""
        return [pin for pin in self.marks if pin.count == 1 and pin.state == State.PARTICIPANT]

    @property
    def signatories(self):
        """Pins of single signatories."""
        return [pin for pin in self.marks if pin.count == 1 and pin.state == State.SIGNATORY]

    @property
    def clusters(self):
        """Marks that stand for several members."""
        return [pin for pin in self.marks if pin.count > 1]


def overview(members, window=None, address=None):
    """Draw the members of a list.

    Args:
        members: a list of queries.Member.
        window: the Window that is drawn; None draws the whole map.
        address: takes a Window and returns the address of the same list in it; None where marks lead nowhere.

    Returns:
        An Overview; members without a position, or outside the drawing, are only in the list beside the map.
    """
    placed = [(member, *project(member.lat, member.lon)) for member in members if member.lat is not None]
    spots = [window.spread(x, y) if window else (x, y) for _member, x, y in placed]
    drawn = [place for place, spot in enumerate(spots) if in_view(*spot)]
    groups = clustered([spots[place] for place in drawn], most=MARKS)
    marks = [_mark([(*placed[drawn[each]], *spots[drawn[each]]) for each in group], address) for group in groups]
    labels = labels_for([mark for mark in marks if mark.count == 1 and mark.state == State.PARTICIPANT], marks)
    return Overview(
        marks=marks,
        labels=labels,
        description=_describe(members, window),
        near=_near(window) if window else None,
        wider=_wider(window, address),
        undrawn=len(members) - len(drawn),
    )


def pins_of(members):
    """Return each member as a pin of its own, for the small map.

    Args:
        members: a list of queries.Member.
    """
    placed = [(member, *project(member.lat, member.lon)) for member in members if member.lat is not None]
    return [Pin(round(x, 1), round(y, 1), member.name, member.state) for member, x, y in placed if in_view(x, y)]


def _mark(group, address):
    if len(group) == 1:
        member, _x, _y, x, y = group[0]
        language = "" if getattr(member, "translated", True) else member.language
        return Pin(round(x, 1), round(y, 1), member.name, member.state, getattr(member, "url", ""), language)
    across, down = [each[1] for each in group], [each[2] for each in group]
    near = Window.around((min(across), min(down), max(across), max(down)))
    joined = [each for each in group if each[0].state == State.PARTICIPANT]
    return Pin(
        round(sum(each[3] for each in group) / len(group), 1),
        round(sum(each[4] for each in group) / len(group), 1),
        _together(len(group), (joined or group)[0][0].name),
        State.PARTICIPANT if joined else State.SIGNATORY,
        address(near) if address else "",
        count=len(group),
    )


def _together(count, name):
    words = {"count": dates.number(count), "name": name}
    return ngettext("%(count)s place, among them %(name)s", "%(count)s places, among them %(name)s", count) % words


def _near(window):
    left, top = VIEW[0] - window.left * window.scale, VIEW[1] - window.top * window.scale
    found = rings_in(window.box)
    return Near(
        transform=f"translate({left:.2f} {top:.2f}) scale({window.scale:.4f})",
        land="".join(ring.path for ring in found if ring.country != "XK"),
        dashed="".join(ring.path for ring in found if ring.country == "XK"),
    )


def _wider(window, address):
    if window is None or address is None:
        return ""
    return address(window.wider())


def _describe(members, window):
    joined = sum(member.state == State.PARTICIPANT for member in members)
    signed = len(members) - joined
    words = {
        "participants": ngettext("%(count)d participant", "%(count)d participants", joined) % {"count": joined},
        "signatories": ngettext("%(count)d signatory", "%(count)d signatories", signed) % {"count": signed},
    }
    if window:
        return (
            _("Part of the map of Europe: %(participants)s, %(signatories)s. The list holds the same places.") % words
        )
    return _("Map of Europe: %(participants)s, %(signatories)s. The list of members holds the same places.") % words


def labels_for(named, pins):
    """Return the names that can stand beside their pins without covering another name or pin.

    Args:
        named: pins whose names are wanted, the most wanted first.
        pins: every pin of the map.
    """
    taken = [_room(pin) for pin in pins]
    labels = []
    for pin in named:
        for label, box in _places(pin):
            if _fits(box) and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                labels.append(label)
                break
    return _with_minor(labels)


def _room(pin):
    half = pin.radius if pin.count > 1 else 5
    return pin.x - half, pin.y - half, pin.x + half, pin.y + half


def _with_minor(labels):
    """Mark the names that a narrow screen leaves out."""
    kept, marked = [], []
    for label in labels:
        box = _larger_box(label)
        room = len(kept) < NAMED_WHEN_NARROW and _fits(box) and not any(_overlap(box, other) for other in kept)
        if room:
            kept.append(box)
        marked.append(replace(label, minor=not room))
    return marked


def _larger_box(label):
    width = len(label.text) * LETTER * LARGER
    left = label.x - {"start": 0, "middle": width / 2, "end": width}[label.anchor]
    return left, label.y - LINE * LARGER, left + width, label.y + 3 * LARGER


def _places(pin):
    width, text = len(pin.name) * LETTER, pin.name
    sides = (
        (GAP, 4, "start", 0),
        (-GAP, 4, "end", -width),
        (0, -GAP - 2, "middle", -width / 2),
        (0, GAP + LINE - 3, "middle", -width / 2),
        (GAP, LINE, "start", 0),
        (-GAP, LINE, "end", -width),
        (GAP, -GAP + 2, "start", 0),
        (-GAP, -GAP + 2, "end", -width),
    )
    for dx, dy, anchor, shift in sides:
        x, y = round(pin.x + dx, 1), round(pin.y + dy, 1)
        yield Label(x, y, anchor, text), (x + shift, y - LINE + 3, x + shift + width, y + 3)


def _fits(box):
    return in_view(box[0], box[1]) and in_view(box[2], box[3])


def _overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
