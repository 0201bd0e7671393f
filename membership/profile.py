"""What the page of one member shows, put together once and in the language of the page."""

import datetime
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.models import Locale

from common import dates
from common.countries import country_name
from common.localization import language_of
from membership.choices import SILENT, Event, Kind, State
from membership.lines import deed, happened, since
from membership.map.close_up import CloseUp, close_up
from membership.queries import Member, neighbourhood, stories_about
from membership.states import deciding, in_order, state_of

MARKS = {Event.PARTICIPANT: "joined", Event.PRIZE: "won"}


@dataclass(frozen=True)
class Step:
    """A point of the timeline."""

    mark: str
    deed: str
    heading: str
    note: str
    date: datetime.date | None
    precision: str
    source_url: str
    source_name: str


@dataclass(frozen=True)
class Profile:
    """Everything shown about a member."""

    state: str
    sentence: str
    local_name: str
    facts: list[tuple]
    timeline: list[Step]
    map: CloseUp | None
    country_name: str
    neighbours: list[Member]
    stories: list


def profile_of(page, request=None):
    """Put together what the page of a member shows.

    Args:
        page: a MemberPage, saved or as an editor previews it.
        request: the request being answered; a preview shows the record as it stands in the form.

    Returns:
        A Profile. Two queries: the records of the country, and the stories.
    """
    language = language_of(page)
    lines, others = neighbourhood(page, Locale(pk=page.locale_id, language_code=language))
    if lines is None or getattr(request, "is_preview", False):
        lines = list(page.states.all())
    state = state_of(lines)
    return Profile(
        state=state,
        sentence=since(state, deciding(lines), language),
        local_name=page.local_name if page.local_name != page.title else "",
        facts=facts_of(page, lines, language),
        timeline=[_step(line, page.title) for line in in_order(lines) if line.kind not in SILENT],
        map=close_up(page, others),
        country_name=country_name(page.country, language),
        neighbours=others,
        stories=stories_about(page),
    )


def facts_of(page, lines, language):
    """Return the facts of the record column as pairs of (label, value); a fact not on record has no value.

    Args:
        page: a MemberPage.
        lines: the lines of its record.
        language: a language code.
    """
    state, line = state_of(lines), deciding(lines)
    return [
        (_("Country"), country_name(page.country, language)),
        (_("Kind"), Kind(page.kind).label),
        (_("State"), _state_words(state, line)),
        (_("Since"), dates.show(line.date, line.precision, language) if line else ""),
        (_("Population"), _population(page, language)),
        (_("Website"), format_html('<a href="{}">{}</a>', page.website, _host(page.website)) if page.website else ""),
    ]


def _state_words(state, line):
    if state == State.PARTICIPANT and line.number:
        return _("Participant, number %(number)s") % {"number": line.number}
    return State(state).label


def _population(page, language):
    if not page.population:
        return ""
    figures = {"count": dates.number(page.population, language), "year": page.population_year}
    return _("%(count)s (%(year)s)") % figures if page.population_year else figures["count"]


def _step(line, name):
    return Step(
        mark=MARKS.get(line.kind, ""),
        deed=deed(line.kind),
        heading=happened(line, name),
        note=line.note,
        date=line.date,
        precision=line.precision,
        source_url=line.source_url,
        source_name=_host(line.source_url),
    )


def _host(url):
    return (urlsplit(url).hostname or url).removeprefix("www.")
