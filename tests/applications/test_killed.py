"""A process that is killed between row and letter loses nothing and sends nothing twice."""

import os
import signal

import pytest
from django.db import connections

from applications import receiving
from applications.mail import handing, letters, outbox
from applications.models import Application, OutgoingMail
from tests.applications.applicant import Applicant
from tests.applications.post_office import PostOffice

pytestmark = pytest.mark.django_db(transaction=True)
TO = ["elena.stojanova@stip.gov.mk"]


@pytest.fixture
def post(settings):
    """A mail server on this machine."""
    with PostOffice() as office:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = office.address
        yield office


def in_a_process_that_is_killed(deed):
    """Do something in a process of its own, which ends by signal 9."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            deed()
        finally:
            os._exit(0)
    _pid, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL


def kill(*_args, **_options):
    """End this process as `kill -9` does."""
    os.kill(os.getpid(), signal.SIGKILL)


def after(function):
    """The function, and the end of the process once it has returned."""

    def inner(*args, **options):
        function(*args, **options)
        kill()

    return inner


def ready(client):
    """What an applicant sends from the summary."""
    return {**Applicant(client).fill("/en/contact/").fields, "consent": "1", "go": "send"}


@pytest.mark.parametrize(
    ("owner", "name", "deed"),
    [
        (letters, "welcome", kill),
        (letters, "tell_team", kill),
        (receiving, "_keep", after(receiving._keep)),
        (receiving, "receive", after(receiving.receive)),
    ],
)
def test_between_row_and_letter(client, contact, post, monkeypatch, owner, name, deed):
    data = ready(client)

    def send():
        monkeypatch.setattr(owner, name, deed)
        client.post("/en/contact/", data)

    in_a_process_that_is_killed(send)
    rows = Application.objects.count()
    assert rows == (name == "receive")
    assert OutgoingMail.objects.count() == rows, "a row without its letter, or a letter without its row"
    assert client.post("/en/contact/", data).status_code == 303, "the applicant presses the button again"
    assert Application.objects.count() == 1
    outbox.send_due()
    outbox.send_due(now=True)
    assert [letter.to for letter in post.letters] == TO


def test_a_sender_that_is_killed_before_the_words(client, contact, post, monkeypatch):
    client.post("/en/contact/", ready(client))

    def send():
        monkeypatch.setattr(handing, "sanitize_address", kill)
        outbox.send_due()

    in_a_process_that_is_killed(send)
    assert post.letters == []
    outbox.send_due()
    outbox.send_due(now=True)
    assert [letter.to for letter in post.letters] == TO
    assert OutgoingMail.objects.get().state == "sent"


def test_a_sender_that_is_killed_before_it_notes_what_it_sent(client, contact, post, monkeypatch):
    client.post("/en/contact/", ready(client))

    def send():
        monkeypatch.setattr(outbox, "hand_over", after(handing.hand_over))
        outbox.send_due()

    in_a_process_that_is_killed(send)
    outbox.send_due(now=True)
    assert [letter.to for letter in post.letters] == TO, "it is flagged, not sent twice"
    assert OutgoingMail.objects.get().state == "uncertain"
