"""Letters reach those whom they concern, once, and nobody else."""

import datetime
from smtplib import SMTPException

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from translations.letters import tell
from translations.models import Brief, Letter, LetterChoice
from translations.requesting import Wish, brief

from .conftest import make_person, translate

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - datetime.timedelta(days=1)


def sent():
    mail.outbox.clear()
    call_command("send_translation_letters")
    return [(letter.to[0], letter.subject) for letter in mail.outbox]


def test_an_assignment_is_a_letter(french, translator, coordinator):
    brief(french, coordinator, Wish(assignee=translator))
    assert sent() == [("translator-fr@example.org", "Translation assigned to you: About us")]
    assert f"/admin/translations/{french.pk}/" in mail.outbox[0].body
    assert sent() == []
    brief(french, coordinator, Wish(assignee=translator, note="Soon"))
    assert sent() == []


def test_several_notes_make_one_letter(french, translator, coordinator):
    tell([translator], Letter.Kind.ASSIGNED, french, coordinator)
    tell([translator], Letter.Kind.COMMENT, french, coordinator)
    assert sent() == [("translator-fr@example.org", "2 notes on translations")]


def test_a_digest_comes_once_a_day(french, translator, coordinator, monkeypatch):
    LetterChoice.objects.create(user=translator, digest=True)
    tell([translator], Letter.Kind.ASSIGNED, french, coordinator)
    noon = timezone.localtime().replace(hour=12)
    monkeypatch.setattr("translations.mailing.timezone.localtime", lambda *_args: noon.replace(hour=5))
    assert sent() == []
    monkeypatch.setattr("translations.mailing.timezone.localtime", lambda *_args: noon)
    assert len(sent()) == 1
    tell([translator], Letter.Kind.COMMENT, french, coordinator)
    assert sent() == []


def test_overdue_is_said_once(french, translator, coordinator):
    Brief.objects.create(translation=french, assignee=translator, requested_by=coordinator, deadline=YESTERDAY)
    assert {person for person, _subject in sent()} == {"translator-fr@example.org", "coordinator@example.org"}
    assert sent() == []


def test_what_is_live_is_not_overdue(french, translator, django_capture_on_commit_callbacks):
    Brief.objects.create(translation=french, assignee=translator, deadline=YESTERDAY)
    translate(french)
    with django_capture_on_commit_callbacks(execute=True):
        french.save_target(publish=True)
    assert sent() == []


def test_those_who_may_not_see_it_are_not_told(french, translator, coordinator):
    stranger = make_person("stranger")
    assert tell([stranger, coordinator], Letter.Kind.COMMENT, french, coordinator) == []
    tell([translator], Letter.Kind.COMMENT, french)
    translator.groups.clear()
    assert sent() == []


def test_a_dead_mail_server_loses_nothing(french, translator, monkeypatch):
    tell([translator], Letter.Kind.COMMENT, french)

    def refuse(*_args, **_more):
        raise SMTPException("no")

    with monkeypatch.context() as patch:
        patch.setattr("translations.mailing.send_mail", refuse)
        assert sent() == []
    assert len(sent()) == 1
