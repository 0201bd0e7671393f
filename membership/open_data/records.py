"""What open data says of each member: public pages only, and only what their records say."""

import datetime
import uuid
from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.db.models import F

from common.addresses import absolute, path_at
from common.collation import sort_key
from common.countries import country_name
from common.restrictions import everyones
from membership.choices import PUBLIC_STATES, SILENT, Event
from membership.models import MemberPage
from membership.record import MemberState
from membership.states import deciding, in_order, standing, state_of

__all__ = ["Record", "day_of", "records"]

FACTS = (
    "translation_key", "locale_id", "title", "url_path", "local_name", "local_language", "country", "kind", "lat",
    "lon", "population", "population_year", "website",
)  # fmt: skip
SAME = ("local_name", "local_language", "country", "kind", "lat", "lon", "website")
LINE = ("page_id", "kind", "date", "precision", "number", "source_url", "sort_order")
LENGTHS = {"day": 10, "month": 7, "year": 4}


@dataclass(frozen=True)
class Record:
    """One member.

    Attributes:
        id: the same in every language and for ever.
        name: its name in the language of the file, or in that of the source where it has no page in it.
        language: the language of that name.
        state: participant or signatory.
        since: since when, as exactly as it is on record: “2013-04-26”, “2013-04”, “2013” or None.
        signed: whether the Declaration stands signed, and `signed_on` since when.
        lines: its record, as (kind, date, number, source) in order.
    """

    id: uuid.UUID
    name: str
    language: str
    url: str
    local_name: str
    local_language: str
    country: str
    country_name: str
    kind: str
    state: str
    since: str | None
    number: int | None
    signed: bool
    signed_on: str | None
    lat: float | None
    lon: float | None
    population: int | None
    population_year: int | None
    website: str
    source_url: str
    lines: list[tuple]


def day_of(line):
    """Return the date of a line as exactly as it is known, or None.

    Args:
        line: has `date` and `precision`.
    """
    return line.date.isoformat()[: LENGTHS[line.precision]] if isinstance(line.date, datetime.date) else None


def records(language, locale_id):
    """Return every public member, in two queries.

    Facts are those of the source language; names and addresses are those of the language where it has the page.

    Args:
        language: a language code.
        locale_id: of its locale.
    """
    lines = _lines()
    named = {page.translation_key: page for page in _pages(locale_id)}
    found = [
        _record(page, named.get(page.translation_key, page), lines[page.pk], language)
        for page in _pages()
        if state_of(lines[page.pk]) in PUBLIC_STATES
    ]
    return sorted(found, key=lambda one: (sort_key(one.name, language), one.id))


def _pages(locale_id=None):
    pages = everyones(MemberPage.objects.all())
    if locale_id is None:
        pages = pages.filter(locale__language_code=settings.LANGUAGE_CODE)
    else:
        pages = pages.filter(locale_id=locale_id)
    rows = pages.order_by().annotate(code=F("locale__language_code"))
    return rows.values_list("pk", "code", *FACTS, named=True)


def _lines():
    pages = MemberPage.objects.filter(live=True, locale__language_code=settings.LANGUAGE_CODE)
    found = defaultdict(list)
    for line in (
        MemberState.objects.filter(page__in=pages).exclude(kind__in=SILENT).order_by().values_list(*LINE, named=True)
    ):
        found[line.page_id].append(line)
    return found


def _record(page, shown, lines, language):
    line = deciding(lines)
    signature = next((one for one in standing(lines) if one.kind == Event.SIGNATORY), None)
    return Record(
        id=page.translation_key,
        name=shown.title,
        language=shown.code,
        url=absolute(path_at(shown.url_path, shown.locale_id)),
        **{name: getattr(page, name) for name in SAME},
        country_name=country_name(page.country, language),
        state=str(state_of(lines)),
        since=day_of(line),
        number=line.number,
        signed=signature is not None,
        signed_on=day_of(signature) if signature else None,
        population=page.population if page.population_year else None,
        population_year=page.population_year if page.population else None,
        source_url=line.source_url,
        lines=[(str(one.kind), day_of(one), one.number, one.source_url) for one in in_order(lines)],
    )
