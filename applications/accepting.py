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
from applications.profile import NoPlace, Profile, make_profile
from applications.records import Application, Message
from applications.work import move
from common.countries import country_name
from common.dates import show
from common.localization import live_locales
from membership.choices import Event
from membership.models import MemberPage, MemberState
from news.labels import StoryKind
from news.models import NewsIndexPage, NewsPage, StoryCountry, StoryMember, StoryTheme, Theme

__all__ = ["WITH_PROFILE", "Decision", "Made", "NoPlace", "accept"]
WITH_PROFILE = (FormKind.JOIN, FormKind.DECLARATION)


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
    profile = _with_line(decision, user) if decision.existing else make_profile(application, _line(decision), user)
    member = profile.page
    made = Made(member, _stories(application, member, decision, user) if decision.stories else [])
    rows = Application.objects.filter(pk=application.pk)
    key = made.stories[0].translation_key if made.stories else None
    made_member, person_key = decision.existing is None, profile.person_key
    rows.update(member=member, made_member=made_member, person_key=person_key, story_key=key)
    if decision.text:
        Message.objects.create(application=application, user=user, direction=Direction.REPLY, text=decision.text)
        letters.reply(application, decision.text)
    application.refresh_from_db()
    return made


def _line(decision):
    locale = Locale.get_default()
    return MemberState(kind=decision.event, date=decision.date, number=decision.number, locale=locale)


def _with_line(decision, user):
    """Add the line to the newest version of a profile; what readers see changes when somebody publishes it."""
    page = decision.existing.get_latest_revision_as_object()
    lines = list(page.states.all())
    line = _line(decision)
    line.sort_order = max((one.sort_order or 0 for one in lines), default=-1) + 1
    page.states = [*lines, line]
    page.save_revision(user=user)
    return Profile(decision.existing)


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
        story_themes=[StoryTheme(theme=theme, sort_order=place) for place, theme in enumerate(_themes(application))],
        locale=default,
        owner=user,
        live=False,
        **_words(member, decision, default.language_code),
    )
    lists[default.pk].add_child(instance=story)
    story.save_revision(user=user, log_action=True)
    others = [locale for locale in live_locales() if locale.pk != default.pk and locale.pk in lists]
    return [story, *(_translated(story, member, decision, locale, user) for locale in others)]


def _themes(application):
    wanted = [str(key) for key in application.answers.get("themes") or []]
    themes = Theme.objects.filter(locale=Locale.get_default())
    return [theme for theme in themes if str(theme.translation_key) in wanted]


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
