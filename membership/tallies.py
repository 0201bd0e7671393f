"""How many members each value of a filter has; kept until a record changes."""

from collections import Counter
from typing import NamedTuple

from django.conf import settings

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


def tallies() -> Tallies:
    """Count, in two queries where the numbers are not at hand.

    Returns:
        Tallies. Every language has a row of each member, so those of one language are counted.
    """
    return Tallies(*kept(KEY, lambda: tuple(_count())))


def _count():
    rows = MemberRow.objects.filter(locale__language_code=settings.LANGUAGE_CODE).order_by()
    found = list(rows.values_list("country", "kind", "state", "signed", "band"))
    state = Counter(state for _country, _kind, state, _signed, _band in found if state != State.SIGNATORY)
    state[State.SIGNATORY] = sum(signed for _country, _kind, _state, signed, _band in found)
    themes = MemberTheme.objects.filter(row__locale__language_code=settings.LANGUAGE_CODE).order_by()
    return Tallies(
        country=dict(Counter(row[0] for row in found)),
        kind=dict(Counter(row[1] for row in found)),
        state={str(value): count for value, count in state.items() if count},
        size=dict(Counter(str(row[4]) for row in found)),
        theme=dict(Counter(themes.values_list("theme", flat=True))),
    )
