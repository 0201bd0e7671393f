"""Which members readers see, and how many there are."""

import datetime
import uuid
from dataclasses import dataclass
from typing import NamedTuple

from django.apps import apps
from django.conf import settings
from django.utils.functional import Promise

from common.collation import sort_key
from common.countries import country_name
from common.localization import everyones
from common.stamp import kept
from membership.choices import CONFIRMING, PUBLIC_STATES, SILENT, Kind, State
from membership.states import deciding, state_of

SHOWN_STORIES = 12
COUNTS = "membership.queries.counts"


class Counts(NamedTuple):
    """The two numbers of the counter."""

    participants: int
    countries: int


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
    lat: float | None
    lon: float | None


def members(locale, country=""):
    """Return the members that readers of a language see, in one query.

    A member without a page in that language is listed with its page in the language of the source, so that the list,
    the map and the numbers say the same in every language.

    Args:
        locale: the language of the reader.
        country: two letters; empty for all countries.

    Returns:
        A list of Member, sorted by name as the language sorts. Only participants and signatories are in it.
    """
    return _listed(_with_lines(_readable(locale, country)), locale)


def neighbourhood(page, locale):
    """Return the record of a member and the other members of its country, in one query.

    Args:
        page: a MemberPage.
        locale: its language.

    Returns:
        (lines of its record, list of Member). The lines are None when readers cannot see the page.
    """
    found = list(_with_lines(_readable(locale, page.country)))
    own = next((lines for other, lines in found if other.pk == page.pk), None)
    return own, [member for member in _listed(found, locale) if member.key != page.translation_key]


def _readable(locale, country):
    codes = {locale.language_code, settings.LANGUAGE_CODE}
    pages = everyones(_pages().filter(locale__language_code__in=codes))
    return pages.filter(country=country) if country else pages


def _listed(found, locale):
    chosen = {}
    for page, lines in found:
        shown = _member(page, lines, locale)
        if shown.state in PUBLIC_STATES and (shown.translated or shown.key not in chosen):
            chosen[shown.key] = shown
    return sorted(chosen.values(), key=lambda member: sort_key(member.name, locale.language_code))


def counts():
    """Return how many participants there are, in how many countries.

    They are counted on the pages of the source language, so that a member counts once however many translations it has.
    Every page shows them, so they are kept until a record changes; they cost one query when they are not at hand.

    Returns:
        Counts(participants, countries).
    """
    return Counts(*kept(COUNTS, lambda: tuple(_count())))


def _count():
    pages = _pages().filter(live=True, locale__language_code=settings.LANGUAGE_CODE)
    rows = _lines().filter(page__in=pages, kind__in=CONFIRMING)
    by_page = {}
    for row in rows.values_list("page_id", "page__country", "kind", "date", "precision", "sort_order", named=True):
        by_page.setdefault((row.page_id, row.page__country), []).append(row)
    joined = [country for (_, country), lines in by_page.items() if state_of(lines) == State.PARTICIPANT]
    return Counts(len(joined), len(set(joined)))


def stories_about(page):
    """Return the newest stories about a member, in the language of its page.

    Args:
        page: a MemberPage.

    Returns:
        A list of story pages, newest first; at most SHOWN_STORIES. One query.
    """
    link = page._meta.get_field("story_links").related_model
    links = link.objects.filter(member__translation_key=page.translation_key, page__locale_id=page.locale_id)
    stories = everyones(link._meta.get_field("page").related_model.objects.filter(pk__in=links.values("page")))
    return list(stories.select_related("locale").defer("body").order_by("-date", "-pk")[:SHOWN_STORIES])


def _pages():
    return apps.get_model("membership", "MemberPage").objects


def _lines():
    return apps.get_model("membership", "MemberState").objects


def _with_lines(pages):
    """Return (page, lines of its record) for each page, in one query."""
    rows = _lines().filter(page__in=pages).exclude(kind__in=SILENT)
    grouped = {}
    for row in rows.select_related("page__locale").defer("page__body"):
        grouped.setdefault(row.page_id, (row.page, []))[1].append(row)
    return grouped.values()


def _member(page, lines, locale):
    state, line = state_of(lines), deciding(lines)
    return Member(
        pk=page.pk,
        key=page.translation_key,
        name=page.title,
        url=page.get_url() or "",
        language=page.locale.language_code,
        translated=page.locale_id == locale.pk,
        local_name=page.local_name if page.local_name != page.title else "",
        local_language=page.local_language,
        country=page.country,
        country_name=country_name(page.country, locale.language_code),
        kind=page.kind,
        kind_label=Kind(page.kind).label if page.kind in Kind else page.kind,
        state=state,
        state_label=State(state).label,
        since=line.date if line else None,
        precision=line.precision if line else "day",
        lat=page.lat,
        lon=page.lon,
    )
