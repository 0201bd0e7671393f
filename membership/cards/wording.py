"""Which words stand on the card of a member, and under which name it is kept."""

import datetime
import hashlib
import json
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import override

from common.cards.drawing import Card
from common.countries import country_name
from common.seo import site_name
from membership.choices import Kind
from membership.lines import since

__all__ = ["card_of", "name_of", "text_of"]

FOLDER = "images/cards"
# Raise it when the look of the cards changes, so that they are drawn anew.
DESIGN = 1
SHOWN = ("key", "name", "country", "kind", "state", "since", "precision", "lat", "lon")


class _Line(NamedTuple):
    date: datetime.date | None
    precision: str


def card_of(row, language):
    """Return what the card of a member says.

    Args:
        row: a MemberRow.
        language: its language code.
    """
    with override(language):
        kind = Kind(row.kind).label if row.kind in Kind else row.kind
        return Card(
            title=row.name,
            kicker=f"{_country(row, language)} · {kind}",
            site=site_name(language),
            role=since(row.state, _Line(row.since, row.precision), language),
        )


def text_of(name, country, language):
    """Return what a card shows, for those who cannot see it.

    Args:
        name: the name of the member.
        country: two letters.
        language: the language code of its page.
    """
    words = {"name": name, "country": country_name(country, language)}
    return _("%(name)s (%(country)s) on the map of Europe") % words


def name_of(row, language):
    """Return the name under which the card of a row is kept; it changes with what the card shows.

    Args:
        row: a MemberRow, saved or not.
        language: its language code.
    """
    content = json.dumps([DESIGN, language, *(str(getattr(row, name)) for name in SHOWN)])
    return f"{FOLDER}/{hashlib.sha256(content.encode('utf-8', 'surrogatepass')).hexdigest()[:40]}.jpg"


def _country(row, language):
    name = country_name(row.country, language)
    return f"{name}*" if row.country == "XK" else name
