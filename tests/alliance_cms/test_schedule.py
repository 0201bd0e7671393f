"""What is scheduled happens without cron."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone

from applications.mail.round import Rounds
from home.models import StandardPage


@pytest.mark.django_db
def test_pages_go_live_and_leave_when_they_are_due(site_tree):
    soon = timezone.now() + timedelta(hours=1)
    coming = site_tree.home.add_child(instance=StandardPage(title="Coming", slug="coming", live=False, go_live_at=soon))
    coming.save_revision(approved_go_live_at=soon)
    leaving = site_tree.home.add_child(instance=StandardPage(title="Leaving", slug="leaving", expire_at=soon))

    call_command("keep_schedule", "--rounds", "1")
    coming.refresh_from_db()
    leaving.refresh_from_db()
    assert (coming.live, leaving.live) == (False, True)

    with time_machine.travel(soon + timedelta(minutes=1)):
        call_command("keep_schedule", "--rounds", "1")
    coming.refresh_from_db()
    leaving.refresh_from_db()
    assert coming.live
    assert not leaving.live


@pytest.mark.django_db
@pytest.mark.parametrize("error", [OperationalError, OSError])
def test_what_fails_keeps_nothing_else_from_being_done(monkeypatch, error):
    done = []

    def fail(name, *_options):
        done.append(name)
        raise error

    monkeypatch.setattr("alliance_cms.management.commands.keep_schedule.call_command", fail)
    monkeypatch.setattr(Rounds, "begin", lambda _rounds: done.append("letters"))
    call_command("keep_schedule", "--rounds", "1")
    assert done == ["publish_scheduled", "draw_cards", "check_site_terms", "letters", "send_translation_letters"]


def test_it_ends_with_its_parent():
    call_command("keep_schedule", "--parent", "1", "--every", "1000")
