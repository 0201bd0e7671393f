"""Who leads an authority: persons with the offices that their own pages give them, in the language of the reader."""

from dataclasses import dataclass

from common.folding import fold, words_of
from people.offices import Known, Office, newest_first
from people.profile import period_words
from people.queries import known_persons

__all__ = ["Leader", "leaders_of"]


@dataclass(frozen=True)
class Leader:
    """A person and the offices held in this authority, the present one first."""

    known: Known
    name: str
    url: str
    language: str
    given: str
    offices: tuple[Office, ...]
    periods: list[tuple[str, str]]


def leaders_of(page, links, language):
    """Return the leaders of a member, in the order in which editors put them, in one query.

    Args:
        page: a MemberPage in the language of the reader.
        links: MemberLeaders with `person_id` and `office`.
        language: the language code of the reader.

    Returns:
        A list of Leader; a person whose page readers may not see is left out.
    """
    if not links:
        return []
    known = known_persons([link.person_id for link in links], language)
    shown = [(known[link.person_id], link.office) for link in links if link.person_id in known]
    return [_leader(page, person, given, language) for person, given in shown if person.url]


def _leader(page, known, given, language):
    offices = tuple(office for office in newest_first(known.offices) if _names(page, office))
    periods = [(office.office, period_words(office, language)) for office in offices]
    own = known.language == language
    return Leader(
        known=known,
        name=known.name,
        url=known.url,
        language="" if own else known.language,
        given=given,
        offices=offices,
        periods=[(given, "")] if given else periods,
    )


def _names(page, office):
    """Whether an office is one of this authority: it says its name."""
    said = f" {_plain(f'{office.office} {office.body}')} "
    return any(f" {_plain(name)} " in said for name in (page.title, page.local_name) if _plain(name))


def _plain(text):
    return " ".join(fold(word) for word in words_of(text.replace("’", " ").replace("'", " ")))
