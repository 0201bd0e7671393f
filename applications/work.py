"""What is done with an application: every step in one transaction, written into its history."""

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from applications.choices import MOVES, OPEN, SETTLED, Action, Direction, State
from applications.mail import letters
from applications.receiving import describe
from applications.records import Application, Event, Message, Note

User = get_user_model()


class Outdated(Exception):
    """Somebody else changed the application since it was opened."""


class NotPossible(Exception):
    """The application cannot go from its state to the one wanted."""


def change(application: Application, user: User | None, action: str, *, version: int | None = None, **fields) -> None:
    """Change fields of an application, unless somebody else has changed it, and write that into its history.

    Args:
        application: the application.
        user: who changes it; None is the applicant.
        action: an Action.
        version: the version that was seen; None changes whatever there is.
        fields: what changes; `detail` goes to the history.

    Raises:
        Outdated: when the version is no longer the one that was seen.
    """
    detail = fields.pop("detail", {})
    rows = Application.objects.filter(pk=application.pk)
    if version is not None:
        rows = rows.filter(version=version)
    by = user.label if user else ""
    if not rows.update(**fields, version=F("version") + 1, changed=timezone.now(), changed_by=by[:150]):
        raise Outdated
    Event.objects.create(application=application, user=user, action=action, detail=detail)
    application.refresh_from_db()


def move(application: Application, user: User | None, state: str, action: str = Action.STATE, **options) -> None:
    """Bring an application into another state.

    Args:
        application: the application.
        user: who does it; None is the applicant.
        state: a State.
        action: what the history says.
        options: those of `change`.

    Raises:
        NotPossible: when there is no way from its state to that one.
        Outdated: as `change` does.
    """
    before = application.state
    if state not in MOVES[before]:
        raise NotPossible
    settled = timezone.now() if state in SETTLED else None
    options.setdefault("detail", {}).update({"from": before, "to": str(state)})
    change(application, user, action, state=state, settled_at=settled, **options)


@transaction.atomic
def ask(application: Application, user: User, text: str, version: int) -> None:
    """Ask the applicant a question.

    Args:
        application: an open application.
        user: who asks.
        text: the question.
        version: the version that was seen.
    """
    if application.state == State.QUESTION:
        change(application, user, Action.ASKED, version=version)
    else:
        move(application, user, State.QUESTION, Action.ASKED, version=version)
    Message.objects.create(application=application, user=user, direction=Direction.QUESTION, text=text)
    letters.ask(application, text)


@transaction.atomic
def answer_question(application: Application, text: str) -> bool:
    """Take an applicant's answer to all open questions.

    Args:
        application: the application.
        text: the answer.

    Returns:
        Whether a question was open; only then the answer is kept.
    """
    waiting = application.messages.filter(direction=Direction.QUESTION, answered=False)
    if application.state not in OPEN or not waiting.update(answered=True):
        return False
    Message.objects.create(application=application, direction=Direction.ANSWER, text=text)
    if application.state == State.QUESTION:
        move(application, None, State.REVIEW, Action.ANSWERED)
    else:
        change(application, None, Action.ANSWERED)
    letters.tell_team(application, Action.ANSWERED)
    return True


@transaction.atomic
def withdraw_by_applicant(application: Application) -> None:
    """Take an application back for its applicant; a second time changes nothing.

    Args:
        application: the application.
    """
    if State.WITHDRAWN in MOVES[application.state]:
        move(application, None, State.WITHDRAWN)


@transaction.atomic
def settle(application: Application, user: User, state: str, text: str, version: int) -> None:
    """Decide, and tell the applicant where there is something to say.

    Args:
        application: an open application.
        user: who decides.
        state: accepted, declined, withdrawn or spam.
        text: the letter; empty writes none.
        version: the version that was seen.
    """
    move(application, user, state, version=version)
    if text:
        Message.objects.create(application=application, user=user, direction=Direction.REPLY, text=text)
        letters.reply(application, text)


@transaction.atomic
def reply(application: Application, user: User, text: str, version: int) -> None:
    """Write to the applicant without deciding.

    Args:
        application: the application.
        user: who writes.
        text: the letter.
        version: the version that was seen.
    """
    change(application, user, Action.REPLIED, version=version)
    Message.objects.create(application=application, user=user, direction=Direction.REPLY, text=text)
    letters.reply(application, text)


@transaction.atomic
def release(application: Application, user: User, version: int | None = None) -> None:
    """Take an application from the held-back list to the new ones, and write the letters it did not get.

    Args:
        application: a held-back application.
        user: who releases it.
        version: the version that was seen.
    """
    move(application, user, State.NEW, Action.RELEASED, version=version)
    if not application.mails.exists():
        letters.welcome(application)


@transaction.atomic
def note(application: Application, user: User, text: str) -> None:
    """Add an internal note.

    Args:
        application: the application.
        user: who notes.
        text: the note.
    """
    Note.objects.create(application=application, user=user, text=text)
    Event.objects.create(application=application, user=user, action=Action.NOTED)


@transaction.atomic
def correct(application: Application, user: User, answers: dict, version: int) -> None:
    """Correct what an application says.

    Args:
        application: the application.
        user: who corrects it.
        answers: the answers by field, whole.
        version: the version that was seen.
    """
    names = [name for name, value in answers.items() if application.answers.get(name) != value]
    changed = Application(answers=application.answers | answers)
    describe(changed)
    told = ("organisation", "organisation_folded", "country", "contact_name", "contact_email", "mail_domain")
    fields = {name: getattr(changed, name) for name in told}
    detail = {"fields": names}
    change(application, user, Action.CORRECTED, version=version, answers=changed.answers, detail=detail, **fields)
