"""Accepting an authority: its profile as a draft, the dated line of its record, and draft stories in every language."""

import datetime
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Locale, Page

from applications.choices import Action, Direction, FormKind, State
from applications.mail import letters
from applications.records import Application, Message
from applications.work import move
from common.countries import country_name
from common.dates import show
from common.localization import live_locales
from membership.choices import Event
from membership.models import MemberIndexPage, MemberPage, MemberState
from news.labels import StoryKind
from news.models import NewsIndexPage, NewsPage, StoryCountry, StoryMember

WITH_PROFILE = (FormKind.JOIN, FormKind.DECLARATION)


class NoPlace(Exception):
    """The site has no list of members to put a profile in."""


@dataclass(frozen=True)
class Decision:
    """How an application is accepted.

    Attributes:
        event: what goes on record: participant or signatory.
        date: on which day.
        number: the running number of a participant.
        existing: the profile that gets the line; None makes one.
        stories: whether draft stories are made.
        text: the letter to the applicant; empty sends none.
    """

    event: str
    date: datetime.date
    number: int | None = None
    existing: MemberPage | None = None
    stories: bool = True
    text: str = ""


@dataclass
class Made:
    """What was made."""

    member: MemberPage
    stories: list[NewsPage] = field(default_factory=list)


@transaction.atomic
def accept(application: Application, user, decision: Decision, version: int) -> Made:
    """Accept an application of an authority.

    Args:
        application: an open application to join or to sign.
        user: who accepts it.
        decision: how.
        version: the version that was seen.

    Returns:
        The profile, and a draft story in each live language that has a list of news.

    Raises:
        NoPlace: when there is no list of members.
        NotPossible: when the application is not open.
        Outdated: when somebody else has changed it.
    """
    move(application, user, State.ACCEPTED, Action.ACCEPTED, version=version, detail={"event": decision.event})
    member = _with_line(decision, user) if decision.existing else _profile(application, decision, user)
    made = Made(member, _stories(application, member, decision, user) if decision.stories else [])
    rows = Application.objects.filter(pk=application.pk)
    key = made.stories[0].translation_key if made.stories else None
    rows.update(member=member, made_member=decision.existing is None, story_key=key)
    if decision.text:
        Message.objects.create(application=application, user=user, direction=Direction.REPLY, text=decision.text)
        letters.reply(application, decision.text)
    application.refresh_from_db()
    return made


def _line(decision, locale):
    return MemberState(kind=decision.event, date=decision.date, number=decision.number, locale=locale)


def _with_line(decision, user):
    """Add the line to the newest version of a profile; what readers see changes when somebody publishes it."""
    page = decision.existing.get_latest_revision_as_object()
    lines = list(page.states.all())
    line = _line(decision, page.locale)
    line.sort_order = max((one.sort_order or 0 for one in lines), default=-1) + 1
    page.states = [*lines, line]
    page.save_revision(user=user)
    return decision.existing


def _profile(application, decision, user):
    index = MemberIndexPage.objects.filter(locale=Locale.get_default(), alias_of=None).first()
    if index is None:
        raise NoPlace
    answers = application.answers
    page = MemberPage(
        title=application.organisation,
        country=application.country,
        kind=answers["authority_kind"],
        population=answers.get("population"),
        population_year=answers.get("population_year"),
        website=answers.get("website") or "",
        body=_body(application),
        states=[_line(decision, index.locale)],
        locale=index.locale,
        owner=user,
        live=False,
    )
    index.add_child(instance=page)
    page.save_revision(user=user, log_action=True)
    return page


def _body(application):
    answers, name = application.answers, application.organisation
    leader = ", ".join(filter(None, (answers.get("leader"), answers.get("leader_office"))))
    parts = [
        (_("Leadership"), leader),
        (_("What %(name)s does") % {"name": name}, answers.get("done")),
        (_("What %(name)s plans") % {"name": name}, answers.get("planned")),
    ]
    blocks = []
    for title, text in parts:
        if text:
            blocks.append({"type": "heading", "value": {"text": title, "level": "2"}})
            blocks.append({"type": "paragraph", "value": _html(text)})
    return blocks


def _html(text):
    paragraphs = [escape(part).replace("\n", "<br/>") for part in text.split("\n\n") if part.strip()]
    return "".join(f"<p>{part}</p>" for part in paragraphs)


def _stories(application, member, decision, user):
    lists = {one.locale_id: one for one in NewsIndexPage.objects.filter(alias_of=None)}
    default = Locale.get_default()
    if default.pk not in lists:
        return []
    story = NewsPage(
        kind=StoryKind.NEW_PARTICIPANT if decision.event == Event.PARTICIPANT else StoryKind.STATEMENT,
        date=decision.date,
        story_members=[StoryMember(member=member)],
        story_countries=[StoryCountry(country=member.country)],
        locale=default,
        owner=user,
        live=False,
        **_words(member, decision, default.language_code),
    )
    lists[default.pk].add_child(instance=story)
    story.save_revision(user=user, log_action=True)
    others = [locale for locale in live_locales() if locale.pk != default.pk and locale.pk in lists]
    return [story, *(_translated(story, member, decision, locale, user) for locale in others)]


def _translated(story, member, decision, locale, user):
    copy = Page.objects.get(pk=story.pk).specific.copy_for_translation(locale)
    for name, value in _words(member, decision, locale.language_code).items():
        setattr(copy, name, value)
    copy.slug, copy.draft_title, copy.alias_of = "", copy.title, None
    copy.save(clean=True)
    copy.save_revision(user=user, log_action=True)
    return copy


def _words(member, decision, code):
    with override(code):
        names = {
            "name": member.title,
            "country": country_name(member.country, code),
            "date": show(decision.date, "day", code),
        }
        if decision.event == Event.PARTICIPANT:
            title, summary = _("%(name)s joins the Alliance"), _("%(name)s (%(country)s) takes part since %(date)s.")
        else:
            title = _("%(name)s signs the Declaration")
            summary = _("%(name)s (%(country)s) signed the Declaration against anti-Gypsyism on %(date)s.")
        return {
            "title": title % names,
            "summary": summary % names,
            "body": [{"type": "paragraph", "value": f"<p>{escape(summary % names)}</p>"}],
        }
