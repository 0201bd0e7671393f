"""Getting ready to serve."""

import fcntl
import socket
import sys

import pytest
from django.core.management import CommandError, call_command

from alliance_cms.management.commands import prepare
from alliance_cms.management.commands.prepare import check_port, fingerprint


def test_a_taken_port_gets_one_line_that_names_another():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=rf"Port {port} .* not free .* make run PORT={port + 1}") as caught:
            check_port("127.0.0.1", port)
    assert "\n" not in str(caught.value)


def test_a_host_that_is_not_this_machine_is_named():
    with pytest.raises(CommandError, match=r"192\.0\.2\.1"):
        check_port("192.0.2.1", 8000)


def test_the_fingerprint_stays_while_no_asset_changes():
    assert fingerprint() == fingerprint()


@pytest.mark.django_db
def test_a_prepared_site_is_left_alone(site_tree, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    (settings.STATIC_ROOT / "fingerprint.txt").write_text(fingerprint())
    call_command("prepare", "--no-seed")
    assert [path.name for path in settings.STATIC_ROOT.iterdir()] == ["fingerprint.txt"]


def test_assets_that_are_still_written_hold_up_the_next_who_prepares(settings, tmp_path, monkeypatch):
    settings.STATIC_ROOT = tmp_path
    monkeypatch.setattr(prepare, "COLLECT", [sys.executable, "-c", "import time; time.sleep(60)"])
    with prepare.one_at_a_time(tmp_path / "prepare.lock") as lock:
        orphan = prepare.Command().collect(lock)
    with (tmp_path / "prepare.lock").open("w") as file:
        with pytest.raises(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        orphan.kill()
        orphan.wait()
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
