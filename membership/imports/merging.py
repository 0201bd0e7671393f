"""Puts what a line of a file says into the page of an authority, and tells what is new in it."""

from dataclasses import dataclass, field

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.dates import show
from membership.choices import CONFIRMING, PUBLIC_STATES, Event, Precision
from membership.imports.columns import LABELS
from membership.record import MemberState
from membership.states import standing, state_of

__all__ = ["Difference", "agree", "merge", "new_line", "told_by"]

FACTS = ("kind", "lat", "lon", "population", "population_year", "website")
CLOSE = 1e-4
# What happens more than once; any other kind of line is told once as long as the authority stays.
REPEATED = (Event.WITHDRAWN, Event.PRIZE, Event.HOSTED)
# How many parts of a date are known: year, month, day.
PARTS = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3}


@dataclass
class Difference:
    """What a line brings that the page did not say.

    Attributes:
        changes: sentences about facts.
        lines: lines of the record that were added or completed.
        warnings: what the file says otherwise than the record.
    """

    changes: list[str] = field(default_factory=list)
    lines: list[MemberState] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def __bool__(self):
        """Whether anything is to be written."""
        return bool(self.changes or self.lines)


def merge(page, entry):
    """Put a line into a page, in memory.

    Args:
        page: a MemberPage with its record.
        entry: what the line says; what it leaves open stays as it is.

    Returns:
        The Difference.
    """
    difference = Difference()
    for name in FACTS:
        value, before = getattr(entry, name), getattr(page, name)
        if value in ("", None) or _equal(value, before):
            continue
        setattr(page, name, value)
        words = {"column": LABELS[name], "before": "–" if before in ("", None) else before, "after": value}
        difference.changes.append(_("%(column)s: %(before)s → %(after)s") % words)
    _local_name(page, entry, difference)
    shown_interest_before = entry.state == Event.INTEREST and page.states.exists()
    if entry.state and not shown_interest_before:
        _record(page, entry, difference)
    return difference


def _equal(value, before):
    if isinstance(value, float) and isinstance(before, float):
        return abs(value - before) < CLOSE
    return value == before


def _local_name(page, entry, difference):
    # “Крагујевац / Kragujevac” says no more than the first of the two, which pages show and searches find.
    known = page.local_name in entry.local_name.split(" / ")
    if entry.local_name and entry.local_name != page.local_name and not known:
        words = {"column": LABELS["local_name"], "before": page.local_name or "–", "after": entry.local_name}
        difference.changes.append(_("%(column)s: %(before)s → %(after)s") % words)
        page.local_name, page.local_language = entry.local_name, entry.local_language


def new_line(entry, locale_id, order=0):
    """Return the line of a record that an entry stands for, not saved.

    Args:
        entry: has `state`, `date`, `precision`, `number` and `source_url`.
        locale_id: the language of the page.
        order: its place in the record.
    """
    return MemberState(
        kind=entry.state,
        date=entry.date,
        precision=entry.precision,
        number=entry.number if entry.state == Event.PARTICIPANT else None,
        source_url=entry.source_url,
        locale_id=locale_id,
        sort_order=order,
    )


def _record(page, entry, difference):
    lines = list(page.states.all())
    known = told_by(lines, entry)
    if known is not None:
        _complete(page, known, entry, difference)
        return
    line = new_line(entry, page.locale_id, max((line.sort_order or 0 for line in lines), default=-1) + 1)
    page.states.add(line)
    difference.lines.append(line)
    difference.changes.append(_("Record: “%(line)s” is added.") % {"line": line.get_kind_display()})
    if entry.state in CONFIRMING and (entry.state == Event.WITHDRAWN) == _is_member(page):
        difference.warnings.append(_("By its date this line changes nothing today: look at the order of the record."))


def _is_member(page):
    return state_of(page.states.all()) in PUBLIC_STATES


def told_by(lines, entry):
    """Return the line of a record that tells what an entry tells, or None where the entry is news.

    Args:
        lines: a record.
        entry: has `state`, `date` and `precision`.
    """
    alike = [line for line in lines if line.kind == entry.state]
    exact = next((line for line in alike if agree(line, entry)), None)
    if exact is not None or entry.state in REPEATED:
        return exact
    current = [line for line in standing(lines) if line.kind == entry.state]
    if current:
        return current[0]
    # Whoever has left is as before, unless the file says that it came back later.
    left = max((line.date for line in lines if line.kind == Event.WITHDRAWN and line.date), default=None)
    returned = left and entry.date and entry.date > left
    return None if returned or not alike else alike[0]


def agree(line, entry):
    """Tell whether two dates say the same as far as both are known.

    Args:
        line, entry: have `date` and `precision`.
    """
    if line.date is None or entry.date is None:
        return line.date == entry.date
    parts = min(PARTS[line.precision], PARTS[entry.precision])
    return line.date.timetuple()[:parts] == entry.date.timetuple()[:parts]


def _complete(page, known, entry, difference):
    """Fill what a line of the record leaves open; where it says otherwise, say so and leave it."""
    new = {name: getattr(entry, name) for name in ("number", "source_url") if not getattr(known, name)}
    if entry.date and (known.date is None or (agree(known, entry) and _finer(entry, known))):
        new |= {"date": entry.date, "precision": entry.precision}
    elif entry.date and not agree(known, entry):
        words = {"record": _shown(known), "file": _shown(entry)}
        difference.warnings.append(_("The record says %(record)s, the file says %(file)s. The record stays.") % words)
    if known.kind != Event.PARTICIPANT:
        new.pop("number", None)
    filled = {name: value for name, value in new.items() if value}
    if filled:
        for name, value in filled.items():
            setattr(known, name, value)
        page.states.add(known)
        difference.lines.append(known)
        difference.changes.append(_("Record: “%(line)s” is completed.") % {"line": known.get_kind_display()})


def _finer(one, other):
    return PARTS[one.precision] > PARTS[other.precision]


def _shown(line):
    return show(line.date, line.precision, get_language() or "en")
