"""The line under which a person speaks: name, country, political group and office on a date."""

from dataclasses import dataclass

from django.utils.translation import override

from common.countries import country_name
from common.political_groups import political_group
from people.offices import held_on

__all__ = ["PersonLine", "line_of"]


@dataclass(frozen=True)
class PersonLine:
    """A person on a date, in one language; as text it reads "Name (Country, GROUP)"."""

    name: str
    country: str = ""
    country_name: str = ""
    group: str = ""
    group_abbr: str = ""
    group_title: str = ""
    office: str = ""
    body: str = ""
    url: str = ""

    def __str__(self):
        known = ", ".join(part for part in (self.country_name, self.group_abbr) if part)
        return f"{self.name} ({known})" if known else self.name


def line_of(known, date, language, precision="day"):
    """Return the line of a person on a date; what is not in the language, office and page, is left out.

    Args:
        known: what is known of the person.
        date: the date of the story or quotation, or None.
        language: a language code.
        precision: how much of the date is known.
    """
    held = held_on(known.offices, date, precision)
    same = known.language == language
    country = (held and held.country) or known.country
    group = political_group(held.group) if held else None
    return PersonLine(
        name=known.name,
        country=country,
        country_name=country_name(country, language) if country else "",
        group=group.code if group else "",
        group_abbr=group.abbreviation(language) if group else "",
        group_title=_in_words(group, language),
        office=held.office if held and same else "",
        body=held.body if held and same else "",
        url=known.url if same else "",
    )


def _in_words(group, language):
    if group is None:
        return ""
    with override(language):
        return str(group.name)
