"""People, their offices and what they said, for demo content and tests."""

import datetime

from people.models import PersonIndexPage, PersonPage, PersonRole, Quotation
from seed.factories.pages import make_locale


def make_people_index(parent, title="People", slug="people", **fields):
    """Make the list of people below a front page.

    Args:
        parent: the front page.
        title: its title.
        slug: its address.
        fields: other fields of PersonIndexPage.

    Returns:
        PersonIndexPage, live.
    """
    return parent.add_child(instance=PersonIndexPage(title=title, slug=slug, locale=parent.locale, **fields))


def make_person(parent, title="Christine Oppitz-Plörer", roles=(), **fields):
    """Make a person with offices.

    Args:
        parent: the list of people.
        title: the name.
        roles: dictionaries of fields of PersonRole; dates may be text such as "2013-04-26".
        fields: other fields of PersonPage; `live=False` makes a draft.

    Returns:
        PersonPage.
    """
    page = PersonPage(title=title, locale=parent.locale, **fields)
    page.roles = [make_role(role, parent.locale, order) for order, role in enumerate(roles)]
    return parent.add_child(instance=page)


def make_role(role, locale, order=0):
    """Make an office, not saved yet.

    Args:
        role: a dictionary of fields of PersonRole.
        locale: the language of the page.
        order: the position in the list.

    Returns:
        PersonRole.
    """
    fields = {name: _date(value) if name in {"start", "end"} else value for name, value in role.items()}
    return PersonRole(locale=locale, sort_order=order, **fields)


def make_quotation(
    person, text="European spirit originates from face-to-face encounters", *, translation_of=None, **fields
):
    """Make a quotation of the library in one language.

    Args:
        person: the speaker's page.
        text: what was said.
        translation_of: the row in another language, whose words, speaker and date it takes.
        fields: other fields of Quotation; `locale` may be a language code.

    Returns:
        Quotation, with its first revision.
    """
    locale = make_locale(fields.pop("locale", "en"))
    if translation_of:
        names = ("translation_key", "text", "language", "person", "date", "precision", "source_url")
        fields = {name: getattr(translation_of, name) for name in names} | fields
    else:
        fields = {"text": text, "language": "en", "person": person} | fields
    row = Quotation.objects.create(locale=locale, **{**fields, "date": _date(fields.get("date"))})
    row.save_revision()
    return row


def _date(value):
    return datetime.date.fromisoformat(value) if isinstance(value, str) else value
