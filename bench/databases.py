"""Scratch databases for a measurement: one without stories, and copies of it to fill."""

import shutil
from pathlib import Path

from django.db import connection, connections

__all__ = ["copy", "drop", "use"]

POSTGRESQL = "postgresql"


def use(name):
    """Work on another database from now on.

    Args:
        name: its name; for SQLite the path of its file.
    """
    connection.close()
    connection.settings_dict["NAME"] = name
    connections.databases["default"]["NAME"] = name


def copy(source, target):
    """Make a copy of a database, in place of whatever stands there.

    Args:
        source: its name or path.
        target: the name or path of the copy.
    """
    connection.close()
    if connection.vendor != POSTGRESQL:
        for end in ("", "-wal", "-shm"):
            Path(f"{target}{end}").unlink(missing_ok=True)
        shutil.copyfile(source, target)
        return
    drop(target)
    _as_owner(f"CREATE DATABASE {connection.ops.quote_name(target)} TEMPLATE {connection.ops.quote_name(source)}")


def create(name):
    """Make an empty database, in place of whatever stands there.

    Args:
        name: its name or path.
    """
    drop(name)
    if connection.vendor == POSTGRESQL:
        _as_owner(f"CREATE DATABASE {connection.ops.quote_name(name)}")


def drop(name):
    """Remove a database if it is there.

    Args:
        name: its name or path.
    """
    connection.close()
    if connection.vendor == POSTGRESQL:
        _as_owner(f"DROP DATABASE IF EXISTS {connection.ops.quote_name(name)}")
        return
    for end in ("", "-wal", "-shm"):
        Path(f"{name}{end}").unlink(missing_ok=True)


def _as_owner(statement):
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)
