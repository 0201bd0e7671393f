"""How a person is named on a date: "Name (Country, GROUP)", in the language of the page."""

from django.utils.translation import get_language

from people.lines import PersonLine, line_of
from people.queries import known_persons

__all__ = ["PersonLine", "as_of"]


def as_of(person, date, language=None, precision="day"):
    """Return how a person is named on a date, in one query; for many persons use `queries.person_lines`.

    Args:
        person: a PersonPage in any language.
        date: the date of the story, or None.
        language: a language code; None means the active language.
        precision: how much of the date is known.
    """
    language = language or get_language()
    return line_of(known_persons([person.pk], language)[person.pk], date, language, precision)
