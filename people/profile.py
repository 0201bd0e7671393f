"""What the list of people and the page of one person show, put together once."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from blocks.quote import shown
from common import dates
from common.collation import by_letter
from common.countries import country_name
from common.localization import language_of
from common.political_groups import political_group
from people import queries
from people.lines import PersonLine, line_of
from people.offices import Known, Office, latest, newest_first
from people.shown import quote_of

__all__ = ["Directory", "Profile", "directory_of", "profile_of"]


@dataclass(frozen=True)
class Step:
    """An office of a person, as the page shows it."""

    office: str
    body: str
    period: str
    country_name: str
    group_abbr: str
    group_title: str


@dataclass(frozen=True)
class Said:
    """A quotation: the values of a quote block, and what its template adds."""

    value: dict
    quote: dict


@dataclass(frozen=True)
class Profile:
    """Everything shown about a person."""

    steps: list[Step]
    quotations: list[Said]
    stories: list
    latest: Office | None
    facts: list[tuple]
    portrait: object = None
    social: object = None


@dataclass(frozen=True)
class Entry:
    """A person in the list."""

    line: PersonLine
    url: str
    office: str
    language: str


@dataclass(frozen=True)
class Letter:
    """A letter and the people under it."""

    letter: str
    anchor: str
    entries: list[Entry]


@dataclass(frozen=True)
class Directory:
    """All people under their letters."""

    letters: list[Letter] = field(default_factory=list)
    total: int = 0


def profile_of(page, request, pictures):
    """Put together what the page of a person shows.

    Args:
        page: a PersonPage, saved or as an editor previews it.
        request: the request being answered; not asked for anything that costs a query.
        pictures: the prepared pictures of the page.

    Returns:
        A Profile. Three queries: the offices, the quotations, the stories.
    """
    language = language_of(page)
    offices = tuple(_office(role) for role in page.roles.all())
    known = Known(page.translation_key, page.title, "", page.country, language, offices)
    last = latest(offices)
    return Profile(
        steps=[_step(office, language) for office in newest_first(offices)],
        quotations=[_said(row, known, language) for row in queries.quotations_of(page, language)],
        stories=queries.stories_of(page),
        latest=last,
        facts=_facts(page, last, language),
        portrait=pictures.get("portrait", {}).get(page.portrait_id),
        social=pictures.get("social", {}).get(page.portrait_id),
    )


def directory_of(page):
    """Return everyone under the letters of their names, in one query.

    Args:
        page: a PersonIndexPage.
    """
    language = language_of(page)
    people = queries.known_public(language)
    lines = by_letter(people, lambda known: known.sort_name, language)
    letters = [Letter(letter, _anchor(letter), [_entry(each, language) for each in group]) for letter, group in lines]
    return Directory(letters, len(people))


def period_words(office, language):
    """Return when an office was held; the dates stand after a colon, so that no language has to bend them.

    Args:
        office: an Office.
        language: a language code.
    """
    start = dates.show(office.start, office.precision, language)
    end = dates.show(office.end, office.precision, language)
    words = {"start": start, "end": end, "date": start or end}
    if not words["date"]:
        return ""
    if office.attested and start and end and start != end:
        return _("On record: %(start)s – %(end)s") % words
    if office.attested:
        return _("On record: %(date)s") % words
    if start and end:
        return _("In office: %(start)s – %(end)s") % words
    return (_("In office from: %(start)s") if start else _("In office until: %(end)s")) % words


def _facts(page, last, language):
    country = (last and last.country) or page.country
    group = political_group(last.group) if last else None
    return [
        (_("Country"), country_name(country, language) if country else ""),
        (_("Political group"), _group(group, language) if group else ""),
        (pgettext("fact about a person", "Latest office on record"), last.office if last else ""),
    ]


def _group(group, language):
    return pgettext("political group", "%(abbreviation)s: %(name)s") % {
        "abbreviation": group.abbreviation(language),
        "name": group.name,
    }


def _office(role):
    return Office(**{name: getattr(role, name) for name in queries.OFFICE})


def _step(office, language):
    group = political_group(office.group)
    return Step(
        office=office.office,
        body=office.body,
        period=period_words(office, language),
        country_name=country_name(office.country, language) if office.country else "",
        group_abbr=group.abbreviation(language) if group else "",
        group_title=str(group.name) if group else "",
    )


def _said(row, known, language):
    value = quote_of(queries.Reading(row, known, language))
    return Said(value, shown(value, language))


def _entry(known, language):
    last = latest(known.offices)
    line = line_of(known, (last.end or last.start) if last else None, language, last.precision if last else "day")
    return Entry(line, known.url, last.office if last else "", known.language if known.language != language else "")


def _anchor(letter):
    return "letter-other" if letter == "#" else f"letter-{letter.lower()}"
