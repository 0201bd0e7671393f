"""What erasing reaches beside the row, and that nothing stops it for ever."""

import os
import time
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.utils import timezone

from applications.accepting import Decision, accept
from applications.mail.round import Rounds
from applications.models import Application, Attachment, PurgeRun, SavedView
from applications.personal import erasing, purging
from applications.personal.erasing import erase
from applications.personal.purging import purge
from applications.private import private_storage
from seed.factories.accounts import make_user
from seed.factories.applications import make_application
from seed.factories.membership import make_member_index
from seed.factories.news import make_news_index
from seed.factories.people import make_people_index

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "view",
    [
        {"name": "About Elena Stojanova"},
        {"query": "q=elena+stojanova&state=all"},
        {"query": "q=Stojanov%61"},
        {"query": "q=ELENA%40stip.gov.mk"},
        {"query": "q=Municipality+of+%C5%A0tip"},
    ],
)
def test_saved_views_that_look_for_a_person_go_with_the_application(view):
    user = make_user("colleague")
    SavedView.objects.create(user=user, **{"name": "Other", "query": "", **view})
    kept = SavedView.objects.create(user=user, name="French", query="language=fr&q=Ville")
    erase(make_application())
    assert SavedView.objects.get() == kept


def test_a_process_that_ends_in_the_middle_is_made_up_for(monkeypatch):
    application = make_application()

    def killed(*_args):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(erasing, "made_pages", killed)
        with pytest.raises(KeyboardInterrupt):
            erase(application)
    assert Application.objects.count() == 1
    assert purge()["replayed"] == 1
    assert Application.objects.count() == 0


def test_files_that_no_record_names_are_deleted(settings):
    storage = private_storage()
    old, fresh = (storage.save(f"applications/2026/01/{name}.pdf", ContentFile(b"x")) for name in ("old", "fresh"))
    long_ago = time.time() - 2 * 3600
    os.utime(storage.path(old), (long_ago, long_ago))
    assert purge()["files"] == 1
    assert not storage.exists(old)
    assert storage.exists(fresh)
    storage.delete(fresh)


def test_one_that_cannot_be_erased_does_not_hold_up_the_others(monkeypatch):
    for number in range(3):
        make_application(state="spam", received="2020-01-01T00:00:00Z", answers={"organisation": f"T{number}"})
    erase_one = purging.erase

    def erase_most(application, **options):
        if application.organisation == "T0":
            raise OSError
        erase_one(application, **options)

    monkeypatch.setattr(purging, "erase", erase_most)
    counts = purge()
    assert (counts["spam"], counts["failed"]) == (2, 1)
    assert Application.objects.get().organisation == "T0"


def test_a_full_disk_at_night_does_not_stop_the_letters(monkeypatch):
    def full(*_args):
        raise OSError

    monkeypatch.setattr(purging, "purge", full)
    rounds = Rounds()
    monkeypatch.setattr("applications.mail.round._send", lambda: None)
    rounds.begin()
    assert rounds.thread is not None
    assert PurgeRun.objects.count() == 1


def test_a_document_goes_with_its_application():
    application = make_application()
    record = Attachment(application=application, key="k", field="decision", name="a", content_type="x", size=1)
    record.file.save("a.pdf", ContentFile(b"canary"), save=True)
    path = Path(record.file.path)
    assert path.exists()
    erase(application)
    assert not path.exists()


def every_word():
    """Everything in every table, with SQLite those behind its index of words too, in small letters."""
    for name in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM TABLE".replace("TABLE", connection.ops.quote_name(name)))
            yield from ((name, repr(row).lower()) for row in cursor.fetchall())


def test_the_index_of_words_forgets_too(officer, site_tree):
    make_member_index(site_tree.home)
    make_people_index(site_tree.home)
    make_news_index(site_tree.home)
    application = make_application(answers={"organisation": "Zwxqtown", "done": "zwxqword", "leader": "Zwxqname"})
    accept(application, officer, Decision("participant", timezone.localdate()), 1)
    assert any("zwxq" in words for name, words in every_word() if "indexentry" in name)
    erase(Application.objects.get())
    assert [name for name, words in every_word() if "zwxq" in words] == []
