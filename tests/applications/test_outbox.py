"""Letters: written with the row, sent once, tried again, and flagged after the last try."""

import time
from contextlib import contextmanager
from datetime import timedelta

import pytest
import time_machine
from django.core import mail as locmem
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from applications.mail import letters, outbox
from applications.mail.turnstile import NUMBER
from applications.models import Application, OutgoingMail
from seed.factories.applications import make_application
from tests.applications.applicant import Applicant
from tests.applications.post_office import PostOffice

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(settings):
    """A mail server on this machine."""
    with PostOffice() as office:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = office.address
        yield office


def letter():
    application = make_application()
    letters.reply(application, "Words.\n.\n..with dots\nÄhre")
    return OutgoingMail.objects.get()


@pytest.mark.parametrize("mode", ["refuse", "hang", "reject_recipient", "reject_data", "drop"])
def test_the_applicant_does_not_wait_for_the_mail_server(client, contact, officer, post, mode):
    post.mode = mode
    began = time.monotonic()
    applicant = Applicant(client).fill("/en/contact/")
    filled = time.monotonic()
    applicant.send("send", consent="1")
    assert time.monotonic() - filled < 2, filled - began
    assert applicant.reference == Application.objects.get().reference
    assert OutgoingMail.objects.filter(state="waiting").count() == 2
    assert post.letters == []


@pytest.mark.parametrize("mode", ["refuse", "reject_recipient", "reject_data", "drop"])
def test_after_recovery_each_letter_leaves_exactly_once(client, contact, officer, post, mode):
    Applicant(client).apply("/en/contact/")
    post.mode = mode
    outbox.send_due()
    assert post.letters == []
    assert set(OutgoingMail.objects.values_list("state", flat=True)) == {"waiting"}
    post.mode = "take"
    outbox.send_due()
    assert post.letters == [], "it waits before it tries again"
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        outbox.send_due()
        outbox.send_due()
    assert len(post.letters) == 2
    assert {one.to for one in post.letters} == {"elena.stojanova@stip.gov.mk", "officer@example.org"}


def test_a_hanging_server_costs_the_sender_some_seconds_and_no_letter(post, monkeypatch):
    monkeypatch.setattr("applications.mail.handing.PATIENCE", 0.3)
    letter()
    post.mode = "hang"
    outbox.send_due()
    mail = OutgoingMail.objects.get()
    assert (mail.state, mail.attempts) == ("waiting", 1)
    post.mode = "take"
    outbox.send_due(now=True)
    assert len(post.letters) == 1


def test_a_server_that_takes_its_time_after_the_words_is_waited_for(post, monkeypatch):
    monkeypatch.setattr("applications.mail.handing.PATIENCE", 0.3)
    letter()
    post.mode = "slow"
    outbox.send_due()
    assert OutgoingMail.objects.get().state == "sent"
    assert len(post.letters) == 1


def test_words_arrive_as_they_were_written(post):
    letter()
    outbox.send_due()
    arrived = post.letters[0].message()
    assert arrived.get_content().replace("\r\n", "\n").startswith("Words.\n.\n..with dots\nÄhre")
    assert arrived["Auto-Submitted"] == "auto-generated"
    assert arrived["To"] == "elena@stip.gov.mk"


def test_after_the_last_try_a_letter_is_flagged_and_can_be_sent_again(post):
    post.mode = "reject_data"
    mail = letter()
    now = timezone.now()
    for number in range(outbox.TRIES + 2):
        with time_machine.travel(now + timedelta(days=number)):
            outbox.send_due()
    mail.refresh_from_db()
    assert (mail.state, mail.attempts) == ("failed", outbox.TRIES)
    assert "@" not in mail.problem
    outbox.send_again(mail)
    post.mode = "take"
    outbox.send_due()
    assert len(post.letters) == 1


def test_a_letter_that_was_interrupted_at_the_last_moment_is_flagged_not_sent_twice(post):
    mail = letter()
    OutgoingMail.objects.update(state="handing")
    outbox.send_due()
    mail.refresh_from_db()
    assert mail.state == "uncertain"
    assert post.letters == []


def test_a_letter_that_was_interrupted_before_is_sent(post):
    letter()
    OutgoingMail.objects.update(state="claimed")
    outbox.send_due()
    assert len(post.letters) == 1


def test_a_letter_at_which_the_sender_ends_again_and_again_is_flagged_and_lets_others_pass(post):
    broken = letter()
    OutgoingMail.objects.update(state="claimed", attempts=outbox.TRIES)
    letters.reply(broken.application, "Other")
    outbox.send_due()
    assert OutgoingMail.objects.get(pk=broken.pk).state == "failed"
    assert len(post.letters) == 1


def test_an_address_that_cannot_be_written_is_put_off_not_fallen_over(post):
    mail = letter()
    OutgoingMail.objects.update(recipient="a\nb@example.org")
    outbox.send_due()
    mail.refresh_from_db()
    assert (mail.state, post.letters) == ("waiting", [])


@contextmanager
def another_sender():
    """Be within, as another process would be: a session of PostgreSQL may enter twice."""
    if connection.vendor != "postgresql":
        with outbox.alone() as entered:
            assert entered
            yield
        return
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [NUMBER])
            assert cursor.fetchone() == (True,)
        yield
        # A session that is merely closed may hold its lock a moment longer.
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [NUMBER])
    finally:
        other.close()


def test_only_one_sends_at_a_time(post):
    letter()
    with another_sender():
        assert outbox.send_due() is None
    assert outbox.send_due().sent == 1


def test_other_ways_of_sending_work_too(settings):
    letter()
    call_command("send_mail")
    assert len(locmem.outbox) == 1
    assert locmem.outbox[0].to == ["elena@stip.gov.mk"]


def test_the_team_is_told_nothing_personal(client, contact, officer, others):
    Applicant(client).apply("/en/contact/")
    notices = OutgoingMail.objects.filter(kind="notice")
    assert [one.recipient for one in notices] == ["officer@example.org"]
    words = notices[0].subject + notices[0].body
    for personal in ("Elena", "Stojanova", "stip.gov.mk", "Štip", "When do you meet"):
        assert personal not in words
    assert Application.objects.get().reference in words
