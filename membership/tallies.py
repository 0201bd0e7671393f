"""How many members each value of a filter has; kept until a record changes."""

from collections import Counter
from typing import NamedTuple

from django.conf import settings
from django.db.models import CharField, Value
from django.db.models.functions import Cast

from common.stamp import kept
from membership.choices import State
from membership.rows import MemberRow, MemberTheme

__all__ = ["Tallies", "tallies"]

KEY = "membership.tallies"


class Tallies(NamedTuple):
    """For each filter its values with the number of members."""

    country: dict[str, int]
    kind: dict[str, int]
    state: dict[str, int]
    size: dict[str, int]
    theme: dict[str, int]
    numbers: tuple[int, ...]


def tallies() -> Tallies:
    """Count, in one query where the numbers are not at hand.

    Returns:
        Tallies. Every language has a row of each member, so those of one language are counted.
    """
    return Tallies(*kept(KEY, lambda: tuple(_count())))


def _count():
    rows = MemberRow.objects.filter(locale__language_code=settings.LANGUAGE_CODE).order_by()
    themes = MemberTheme.objects.filter(row__locale__language_code=settings.LANGUAGE_CODE).order_by()
    columns = ("kind", "state", "signed", "band")
    members = rows.annotate(value=_text("country")).values_list("value", *columns)
    practices = themes.annotate(value=_text("theme")).values_list("value", *(f"row__{name}" for name in columns))
    marked = members.annotate(is_theme=Value(0)).union(practices.annotate(is_theme=Value(1)), all=True)
    found = list(marked)
    places = [row[:5] for row in found if not row[5]]
    state = Counter(state for _country, _kind, state, _signed, _band in places if state != State.SIGNATORY)
    state[State.SIGNATORY] = sum(signed for _country, _kind, _state, signed, _band in places)
    return Tallies(
        country=dict(Counter(row[0] for row in places)),
        kind=dict(Counter(row[1] for row in places)),
        state={str(value): count for value, count in state.items() if count},
        size=dict(Counter(str(row[4]) for row in places)),
        theme=dict(Counter(row[0] for row in found if row[5])),
        numbers=_numbers(places),
    )


def _numbers(places):
    """Participants, signatories and all places, each with the number of their countries."""
    joined = [row[0] for row in places if row[2] == State.PARTICIPANT]
    signed = [row[0] for row in places if row[3]]
    every = [row[0] for row in places]
    return tuple(size for each in (joined, signed, every) for size in (len(each), len(set(each))))


def _text(name):
    return Cast(name, CharField(max_length=40))
