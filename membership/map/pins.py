"""The map of all members: where the pins stand, and which names fit beside them."""

from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from membership.choices import State
from membership.map.projection import VIEW, in_view, project

LETTER, LINE, GAP = 7.4, 15, 10
# On a narrow screen the names are set larger, so that only a few of them fit.
LARGER, NAMED_WHEN_NARROW = 2.6, 5


@dataclass(frozen=True)
class Pin:
    """A member on the map."""

    x: float
    y: float
    name: str
    state: str

    @property
    def diamond(self):
        """The outline of a signatory's pin: the two states differ by shape, not by colour alone."""
        return f"M{self.x} {round(self.y - 4.6, 1)}l4.6 4.6-4.6 4.6-4.6-4.6z"


@dataclass(frozen=True)
class Label:
    """A name beside its pin."""

    x: float
    y: float
    anchor: str
    text: str
    minor: bool = False


@dataclass(frozen=True)
class Overview:
    """The map of all members, ready to draw."""

    participants: list[Pin]
    signatories: list[Pin]
    labels: list[Label]
    description: str
    width: int = VIEW[2]
    height: int = VIEW[3]
    view: str = field(default=" ".join(map(str, VIEW)))


def overview(members):
    """Draw the members of a list.

    Args:
        members: a list of queries.Member.

    Returns:
        An Overview; members without a position, or outside the drawing, are only in the list beside the map.
    """
    pins = [pin for pin in map(_pin, members) if pin]
    participants = [pin for pin in pins if pin.state == State.PARTICIPANT]
    signatories = [pin for pin in pins if pin.state == State.SIGNATORY]
    return Overview(participants, signatories, labels_for(participants, pins), _describe(members))


def _pin(member):
    if member.lat is None or member.lon is None:
        return None
    x, y = project(member.lat, member.lon)
    return Pin(round(x, 1), round(y, 1), member.name, member.state) if in_view(x, y) else None


def _describe(members):
    joined = sum(member.state == State.PARTICIPANT for member in members)
    signed = len(members) - joined
    return _("Map of Europe: %(participants)s, %(signatories)s. The list of members holds the same places.") % {
        "participants": ngettext("%(count)d participant", "%(count)d participants", joined) % {"count": joined},
        "signatories": ngettext("%(count)d signatory", "%(count)d signatories", signed) % {"count": signed},
    }


def labels_for(named, pins):
    """Return the names that can stand beside their pins without covering another name or pin.

    Args:
        named: pins whose names are wanted, the most wanted first.
        pins: every pin of the map.
    """
    taken = [(pin.x - 5, pin.y - 5, pin.x + 5, pin.y + 5) for pin in pins]
    labels = []
    for pin in named:
        for label, box in _places(pin):
            if _fits(box) and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                labels.append(label)
                break
    return _with_minor(labels)


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
