"""What is scheduled happens without cron."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from home.models import StandardPage


@pytest.mark.django_db
def test_pages_go_live_and_leave_when_they_are_due(site_tree):
    now = timezone.now()
    coming = StandardPage(title="Coming", slug="coming", live=False, go_live_at=now + timedelta(hours=1))
    site_tree.home.add_child(instance=coming)
    coming.save_revision(approved_go_live_at=now - timedelta(minutes=1))
    leaving = StandardPage(title="Leaving", slug="leaving", expire_at=now - timedelta(minutes=1))
    site_tree.home.add_child(instance=leaving)
    StandardPage.objects.filter(pk=coming.pk).update(go_live_at=now - timedelta(minutes=1))

    call_command("keep_schedule", "--rounds", "1")

    coming.refresh_from_db()
    leaving.refresh_from_db()
    assert coming.live
    assert not leaving.live


def test_it_ends_with_its_parent():
    call_command("keep_schedule", "--parent", "1", "--every", "1000")
