"""A search answers while another process writes."""

import sqlite3
import time
from contextlib import closing

import pytest
from django.db import connection

PATIENCE_MS = 20_000


@pytest.mark.django_db(transaction=True)
def test_a_reader_does_not_wait_for_an_import(client, site_tree):
    if connection.vendor != "sqlite":
        pytest.skip("Only on SQLite does one write at a time.")
    client.get("/en/search/", {"q": "papers"})
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as other:
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        assert client.get("/en/search/", {"q": "papers"}).status_code == 200
        assert time.monotonic() - began < 5
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA busy_timeout").fetchone()[0] == PATIENCE_MS
