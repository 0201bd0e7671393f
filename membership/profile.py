"""What the page of one member shows, put together once and in the language of the page."""

from dataclasses import dataclass, field

from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.models import Locale

from blocks.languages import language_in
from common import dates
from common.announcing import feeds_about
from common.countries import country_name
from common.localization import language_of
from membership.choices import PUBLIC_STATES, Kind, NameUse, State
from membership.country_pages import country_path
from membership.leaders import Leader, leaders_of
from membership.lines import since
from membership.map.close_up import CloseUp, close_up
from membership.parts import own_parts, record_of, shared_parts
from membership.queries import Member, members
from membership.states import deciding, state_of
from membership.themes import theme_titles
from membership.timeline import Step, host_of, timeline_of

__all__ = ["Profile", "profile_of"]

SHOWN_NEIGHBOURS = 12


@dataclass(frozen=True)
class Profile:
    """Everything shown about a member."""

    state: str
    sentence: str
    local_name: str
    facts: list[tuple]
    names: list[tuple]
    leaders: list[Leader]
    timeline: list[Step]
    map: CloseUp | None
    country_name: str
    country_url: str
    neighbours: list[Member]
    listed: bool
    contact: bool
    themes: dict = field(default_factory=dict)
    feeds: list = field(default_factory=list)
    arms: object = None
    card: str = ""


def profile_of(page, request=None, pictures=None):
    """Put together what the page of a member shows.

    Args:
        page: a MemberPage, saved or as an editor previews it.
        request: the request being answered; a preview shows the record as it stands in the form.
        pictures: the prepared pictures of the page.

    Returns:
        A Profile. Its queries: the record, names, leaders and languages, the members of the country, the stories; and
        persons, quotations and themes where there are leaders and practices.
    """
    language, preview = language_of(page), getattr(request, "is_preview", False)
    lines = list(page.states.all()) if preview or not page.pk else record_of(page)
    parts = own_parts(page) if preview or not page.pk else shared_parts(page)
    state, leaders = state_of(lines), leaders_of(page, parts.leaders, language)
    others, card = _neighbours(page, language)
    return Profile(
        state=state,
        sentence=since(state, deciding(lines), language),
        local_name=page.local_name if page.local_name != page.title else "",
        facts=facts_of(page, lines, parts.languages, language),
        names=[(NameUse(each.use).label, each.name, each.language) for each in parts.names],
        leaders=leaders,
        timeline=timeline_of(page, lines, leaders, language),
        map=close_up(page, others),
        country_name=country_name(page.country, language),
        country_url=country_path(page),
        neighbours=others[:SHOWN_NEIGHBOURS],
        listed=state in PUBLIC_STATES or bool(others),
        contact=_has_contact(page),
        themes=_themes(page, language),
        feeds=feeds_about(page) if page.pk else [],
        arms=(pictures or {}).get("emblem", {}).get(page.arms_id),
        card=card,
    )


def facts_of(page, lines, languages, language):
    """Return the facts of the record column as pairs of (label, value); a fact not on record has no value.

    Args:
        page: a MemberPage.
        lines: the lines of its record.
        languages: codes of the languages of its administration.
        language: a language code.
    """
    state, line = state_of(lines), deciding(lines)
    return [
        (_("Country"), country_name(page.country, language)),
        (_("Kind"), Kind(page.kind).label),
        (_("State"), _state_words(state, line)),
        (_("Since"), dates.show(line.date, line.precision, language) if line else ""),
        (_("Population"), _population(page, language)),
        (_("Languages"), ", ".join(language_in(code, language) for code in languages)),
        (_("Website"), _link(page.website)),
    ]


def _state_words(state, line):
    if state == State.PARTICIPANT and line.number:
        return _("Participant, number %(number)s") % {"number": line.number}
    return State(state).label


def _population(page, language):
    if not page.population:
        return ""
    figures = {"count": dates.number(page.population, language), "year": page.population_year}
    words = _("%(count)s (%(year)s)") % figures if page.population_year else figures["count"]
    if not page.population_source:
        return words
    return format_html("{}<br>{}", words, _link(page.population_source, _("Source: %(site)s")))


def _link(url, words="%(site)s"):
    return format_html('<a href="{}">{}</a>', url, words % {"site": host_of(url)}) if url else ""


def _neighbours(page, language):
    """The other members of the country, and the card of this one."""
    everyone = members(Locale(pk=page.locale_id, language_code=language), page.country)
    own = [member.card for member in everyone if member.key == page.translation_key]
    return [member for member in everyone if member.key != page.translation_key], "".join(own)


def _has_contact(page):
    return page.contact_holds() and bool(page.contact_office or page.contact_email or page.contact_phone)


def _themes(page, language):
    values = [each.get("value") or {} for each in page.practices.raw_data]
    keys = {str(value["theme"]) for value in values if value.get("theme")}
    return theme_titles(language, keys) if keys else {}
