"""Which members readers see; all of it is read from the index of members."""

import datetime
import uuid
from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise

from common.addresses import path_at
from common.countries import country_name
from common.localization import homes
from membership.choices import Kind, State
from membership.counting import Counts, counts, counts_on
from membership.rows import MemberRow

__all__ = ["COLUMNS", "Counts", "Member", "counts", "counts_on", "member_of", "members", "rows_for"]

COLUMNS = (
    "page_id", "key", "name", "url_path", "page_locale_id", "local_name", "local_language", "country", "kind", "state",
    "since", "precision", "number", "population", "lat", "lon", "x", "y", "summary", "signed",
    "card", "drawn",
)  # fmt: skip

AS_THEY_ARE = (
    "key", "name", "local_language", "country", "kind", "state", "since", "precision", "number", "population", "lat",
    "lon", "x", "y", "summary", "signed",
)  # fmt: skip


@dataclass(frozen=True)
class Member:
    """A city or region as lists and maps show it."""

    pk: int
    key: uuid.UUID
    name: str
    url: str
    language: str
    translated: bool
    local_name: str
    local_language: str
    country: str
    country_name: str
    kind: str
    kind_label: Promise
    state: str
    state_label: Promise
    since: datetime.date | None
    precision: str
    number: int | None
    population: int | None
    lat: float | None
    lon: float | None
    x: float | None
    y: float | None
    summary: str
    signed: bool
    card: str = ""


def rows_for(locale):
    """Return the rows that readers of a language see, in no order yet.

    Args:
        locale: the language of the reader.
    """
    return MemberRow.objects.filter(locale_id=locale.pk)


def members(locale, country=""):
    """Return the members that readers of a language see, in one query.

    Args:
        locale: the language of the reader.
        country: two letters; empty for all countries.

    Returns:
        A list of Member, sorted by name as the language sorts. Only participants and signatories are in it.
    """
    rows = rows_for(locale).filter(country=country) if country else rows_for(locale)
    language = locale.language_code
    return [member_of(row, language) for row in rows.order_by("by_name", "key").values_list(*COLUMNS, named=True)]


def member_of(row, language):
    """Return a row of the index as lists and maps show it.

    Args:
        row: has the `COLUMNS`.
        language: the language code of the reader.
    """
    own = next((home.code for home in homes().values() if home.locale_id == row.page_locale_id), settings.LANGUAGE_CODE)
    return Member(
        pk=row.page_id,
        url=path_at(row.url_path, row.page_locale_id),
        language=own,
        translated=own == language,
        local_name=row.local_name if row.local_name != row.name else "",
        country_name=country_name(row.country, language),
        kind_label=Kind(row.kind).label if row.kind in Kind else row.kind,
        state_label=State(row.state).label,
        card=row.card if row.drawn else "",
        **{name: getattr(row, name) for name in AS_THEY_ARE},
    )
