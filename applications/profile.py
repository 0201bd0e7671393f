"""The draft profile of an authority: filled from its application, so that nothing is typed twice."""

import uuid
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Locale

from applications.records import Application
from common.folding import fold
from common.slugs import slug_for
from membership.choices import Kind
from membership.models import MemberIndexPage, MemberLeader, MemberPage, MemberState
from people.models import PersonIndexPage, PersonPage, PersonRole

LONGEST_HEADING = 160


class NoPlace(Exception):
    """The site has no list of members to put a profile in."""


@dataclass(frozen=True)
class Profile:
    """A profile, and the draft page of a person that was made with it.

    Attributes:
        page: the member's page.
        person_key: the translation key of the person's page; None where none was made.
    """

    page: MemberPage
    person_key: uuid.UUID | None = None


def make_profile(application: Application, line: MemberState, user) -> Profile:
    """Make a draft profile with everything that an application says.

    Args:
        application: of an authority.
        line: the dated line of its record, not saved yet.
        user: who accepts it.

    Raises:
        NoPlace: when there is no list of members.
    """
    index = MemberIndexPage.objects.filter(locale=Locale.get_default(), alias_of=None).first()
    if index is None:
        raise NoPlace
    person, is_new = _leader(application, user)
    with override(index.locale.language_code):
        body = _body(application, with_leader=person is None)
    page = MemberPage(
        title=application.organisation,
        slug=_slug(application.organisation, application),
        country=application.country,
        **_facts(application.answers),
        body=body,
        states=[line],
        leaders=_leaders(application, person, is_new=is_new),
        locale=index.locale,
        owner=user,
        live=False,
    )
    index.add_child(instance=page)
    page.save_revision(user=user, log_action=True)
    return Profile(page, person.translation_key if is_new else None)


def _slug(name, application):
    """Nothing, for the page makes its own; but the reference number for a name without a letter that makes one."""
    return "" if slug_for(name, settings.LANGUAGE_CODE) else application.reference.lower()


def _facts(answers):
    """The facts that a profile takes; what it refuses, such as a year to come, stays in the application only."""
    year = answers.get("population_year")
    is_dated = bool(year) and year <= timezone.localdate().year
    wanted = {
        "kind": answers.get("authority_kind") or Kind.MUNICIPALITY,
        "population": answers.get("population") if is_dated else None,
        "population_year": year if is_dated and answers.get("population") else None,
        "website": answers.get("website") or "",
    }
    return {name: value for name, value in wanted.items() if value not in (None, "") and _is_taken(name, value)}


def _is_taken(name, value):
    try:
        MemberPage._meta.get_field(name).clean(value, None)
    except ValidationError:
        return False
    return True


def _leader(application, user):
    """The page of the person who leads the authority, a draft where there was none; and whether it is new."""
    name = application.answers.get("leader") or ""
    index = PersonIndexPage.objects.filter(locale=Locale.get_default(), alias_of=None).first()
    if not name or index is None:
        return None, False
    known = PersonPage.objects.filter(locale=index.locale, alias_of=None, country__in=("", application.country))
    same = next((page for page in known.only("title") if fold(page.title) == fold(name)), None)
    if same:
        return same, False
    office = application.answers.get("leader_office")
    role = PersonRole(office=office, body=application.organisation, country=application.country, locale=index.locale)
    page = PersonPage(
        title=name,
        slug=_slug(name, application),
        country=application.country,
        roles=[role] if office else [],
        locale=index.locale,
        owner=user,
        live=False,
    )
    index.add_child(instance=page)
    page.save_revision(user=user, log_action=True)
    return page, True


def _leaders(application, person, *, is_new):
    if person is None:
        return []
    office = "" if is_new else application.answers.get("leader_office") or ""
    return [MemberLeader(person=person, office=office, locale=Locale.get_default())]


def _body(application, *, with_leader):
    answers, name = application.answers, application.organisation
    leader = ", ".join(filter(None, (answers.get("leader"), answers.get("leader_office"))))
    parts = [
        (_("Leadership"), leader if with_leader else ""),
        (_("What %(name)s does") % {"name": name}, answers.get("done")),
        (_("What %(name)s plans") % {"name": name}, answers.get("planned")),
    ]
    blocks = []
    for title, text in parts:
        if text:
            blocks.append({"type": "heading", "value": {"text": title[:LONGEST_HEADING], "level": "2"}})
            blocks.append({"type": "paragraph", "value": _html(text)})
    return blocks


def _html(text):
    paragraphs = [escape(part).replace("\n", "<br/>") for part in text.split("\n\n") if part.strip()]
    return "".join(f"<p>{part}</p>" for part in paragraphs)
