"""Draws the cards of members and throws old ones away; a row of the index says which card it has.

A card is drawn once its row was written: after a publication at once, after an import by the schedule.
"""

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from common.cards.drawing import draw
from common.stamp import renew
from membership.cards.chart import chart
from membership.cards.wording import card_of
from membership.rows import MemberRow

__all__ = ["address", "discard", "draw_all", "draw_missing"]

SOME = 40


def draw_missing(limit=SOME, keys=None):
    """Draw cards that no reader could see yet.

    Args:
        limit: how many at most.
        keys: translation keys of the members; None for all.

    Returns:
        How many rows have their card now.
    """
    rows = MemberRow.objects.filter(drawn=False).exclude(card="").select_related("locale").order_by("-pk")
    rows = rows if keys is None else rows.filter(key__in=keys)
    done = sum(1 for row in rows[:limit] if _make(row))
    if done:
        renew()
    return done


def draw_all():
    """Draw the cards that are missing, also where a file was lost.

    Returns:
        How many rows have a card.
    """
    rows = MemberRow.objects.exclude(card="").select_related("locale").order_by("pk")
    return sum(1 for row in rows.iterator(chunk_size=200) if _make(row))


def discard(names):
    """Delete cards that no row shows any more.

    Args:
        names: their names.
    """
    wanted = set(names)
    for name in wanted - set(MemberRow.objects.filter(card__in=wanted).values_list("card", flat=True)):
        default_storage.delete(name)


def address(card):
    """Return the path under which a card is read.

    Args:
        card: its name.
    """
    return default_storage.url(card)


def _make(row):
    if not default_storage.exists(row.card):
        drawn = draw(card_of(row, row.locale.language_code), chart(row.lat, row.lon, row.country))
        if not drawn:
            # The typefaces cannot show this name: not tried again until it changes.
            MemberRow.objects.filter(pk=row.pk).update(card="", drawn=False)
            return False
        default_storage.save(row.card, ContentFile(drawn))
    # The row may have been written anew meanwhile, with another card.
    return bool(MemberRow.objects.filter(locale_id=row.locale_id, key=row.key, card=row.card).update(drawn=True))
