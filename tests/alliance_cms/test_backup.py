"""A backup taken while the site goes on."""

import sqlite3
import tarfile

import pytest
from django.core.management import CommandError, call_command
from django.db import connection


@pytest.mark.django_db
def test_a_backup_holds_rows_files_and_the_key(site_tree, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    (tmp_path / "media" / "images").mkdir(parents=True)
    (tmp_path / "media" / "images" / "bridge.jpg").write_bytes(b"picture")
    (tmp_path / "secret.key").write_text("a key")
    call_command("backup", "--to", tmp_path / "backups")
    (archive,) = (tmp_path / "backups").iterdir()
    assert archive.stat().st_mode & 0o077 == 0, "others on the machine may not read it"
    with tarfile.open(archive) as tar:
        assert {"media/images/bridge.jpg", "secret.key"} < set(tar.getnames())
        tar.extractall(tmp_path / "restored", filter="data")
    if connection.vendor == "sqlite":
        copy = sqlite3.connect(tmp_path / "restored" / "db.sqlite3")
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("SELECT count(*) FROM wagtailcore_page").fetchone()[0] >= 1
        copy.close()
    else:
        assert (tmp_path / "restored" / "db.dump").read_bytes().startswith(b"PGDMP")


@pytest.mark.django_db
def test_a_folder_that_cannot_be_made_is_told_in_one_line(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CommandError, match="could not be written"):
        call_command("backup", "--to", tmp_path / "file" / "backups")
