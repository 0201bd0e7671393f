"""The numbers of the network, counted from the records: today's are kept, those of a former day are counted anew."""

import datetime
from collections import defaultdict
from typing import NamedTuple

from django.apps import apps
from django.conf import settings
from django.db.models import Q

from blocks.live_figures import figures_from
from common.localization import everyones
from common.stamp import kept
from membership.choices import CONFIRMING, PUBLIC_STATES, State
from membership.states import has_signed, state_of
from membership.tallies import tallies

__all__ = ["Counts", "counts", "counts_on"]

COUNTS = "membership.counting.counts"


class Counts(NamedTuple):
    """How many there are, each member counted once however many languages it has.

    A participant that also signed the Declaration is among the signatories too.
    """

    participants: int
    countries: int
    signatories: int = 0
    signatory_countries: int = 0
    places: int = 0
    place_countries: int = 0


def counts():
    """Return the numbers of today; they cost one query where they are not at hand.

    Every page shows them, so they are kept until a record changes.

    Returns:
        Counts.
    """
    return Counts(*tallies().numbers)


def counts_on(day):
    """Return the numbers of a day, as far as the records say: one query.

    A line without a date counts on every day. Members that have no page any more are not counted.

    Args:
        day: a date; None means today.

    Returns:
        Counts.
    """
    return counts() if day is None else Counts(*kept(f"{COUNTS}.{day}", lambda: tuple(_count_on(day))))


@figures_from
def figures(day: datetime.date | None) -> dict[str, int]:
    """The numbers for texts.

    Args:
        day: a date; None means today.

    Returns:
        Name of a figure to its number.
    """
    return counts_on(day)._asdict()


def _count_on(day):
    pages = everyones(apps.get_model("membership", "MemberPage").objects.filter(alias_of=None))
    rows = apps.get_model("membership", "MemberState").objects.filter(page__in=pages, kind__in=CONFIRMING)
    rows = rows.filter(Q(date=None) | Q(date__lte=day), page__locale__language_code=settings.LANGUAGE_CODE)
    by_page = defaultdict(list)
    for row in rows.values_list("page_id", "page__country", "kind", "date", "precision", "sort_order", named=True):
        by_page[row.page_id, row.page__country].append(row)
    joined = [country for (_pk, country), lines in by_page.items() if state_of(lines) == State.PARTICIPANT]
    signed = [country for (_pk, country), lines in by_page.items() if has_signed(lines)]
    places = [country for (_pk, country), lines in by_page.items() if state_of(lines) in PUBLIC_STATES]
    return Counts(*(size for each in (joined, signed, places) for size in (len(each), len(set(each)))))
