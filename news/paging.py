"""Pages of a list of stories without counting or skipping: each begins after, or ends before, a story.

An address names the day and the number of that story, so that it shows the same stories whatever is published later.
"""

import datetime
import re
from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext as _

from news.story_rows import rank_of, span_of

__all__ = ["PER_PAGE", "Part", "Step", "part_of"]

PER_PAGE = 20
PLACE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-([0-9]{1,12})")
LAST = "last"
FIRST = "1"


@dataclass(frozen=True)
class Step:
    """From where a page of the list is read: after a rank, before a rank, the last page, or the first."""

    after: int | None = None
    before: int | None = None
    last: bool = False

    @classmethod
    def read(cls, query):
        """Read the step of an address.

        Args:
            query: the ``GET`` of a request.

        Raises:
            Http404: if it names no place in a list.
        """
        page = query.get("page") or FIRST
        if page not in {FIRST, LAST}:
            raise Http404(_("This list has no such page."))
        return cls(_rank(query.get("after")), _rank(query.get("before")), page == LAST)

    def parameters(self):
        """Return the parameters by which an address names this page of the list."""
        if self.after is not None:
            return {"after": place(self.after)}
        if self.before is not None:
            return {"before": place(self.before)}
        return {"page": LAST} if self.last else {}


@dataclass(frozen=True)
class Part:
    """One page of the list: its rows, and the steps to others; None where there is nothing to step to."""

    rows: list
    previous: Step | None = None
    next: Step | None = None
    last: Step | None = None


def _rank(text):
    if not text:
        return None
    found = PLACE.fullmatch(text)
    try:
        return rank_of(datetime.date.fromisoformat(found[1]), int(found[2]))
    except (TypeError, ValueError) as error:
        raise Http404(_("This list has no such page.")) from error


def place(rank):
    """Return a rank as an address names it, such as ``2018-11-14-57``.

    Args:
        rank: what ``rank_of`` gave.
    """
    date, page_id = span_of(rank)
    return f"{date:%Y-%m-%d}-{page_id}"


def part_of(marks, step, columns):
    """Return one page of the list, in one query.

    Args:
        marks: a query set of marks, each with its ``rank``.
        step: where the page begins or ends.
        columns: the values to read of each story; the first must be ``rank``.
    """
    upwards = step.before is not None or step.last
    chosen = marks.filter(rank__lt=step.after) if step.after is not None else marks
    chosen = marks.filter(rank__gt=step.before) if step.before is not None else chosen
    rows = list(chosen.order_by("rank" if upwards else "-rank").values_list(*columns)[: PER_PAGE + 1])
    more, rows = len(rows) > PER_PAGE, rows[:PER_PAGE]
    if not upwards:
        return _part(rows, newer=step.after is not None, older=more)
    if not more and not step.last:
        return part_of(marks, Step(), columns)
    return _part(rows[::-1], newer=more, older=not step.last)


def _part(rows, newer, older):
    return Part(
        rows,
        previous=Step(before=rows[0][0]) if rows and newer else None,
        next=Step(after=rows[-1][0]) if rows and older else None,
        last=Step(last=True) if rows and older else None,
    )
