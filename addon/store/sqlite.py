"""Databases whose commits survive a power cut."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from .sqlite_errors import put_in_words


def open_durable(path: Path, timeout: float) -> sqlite3.Connection:
    """Open a database in autocommit mode, for any thread; what is committed is on the disk.

    `timeout` in seconds: how long a statement waits for another one's lock. SQLite's default,
    `full`, flushes the file before the rollback journal is removed, but not the folder after it: a
    journal that comes back after a power cut rolls the commit back (sqlite.org/pragma.html). A
    database that is attached needs the pragma, too, under its own name.

    Raises sqlite3.Error: the pragma already reads the file.
    """
    db = sqlite3.connect(path, timeout=timeout, isolation_level=None, check_same_thread=False)
    try:
        with put_in_words():
            db.execute("pragma synchronous = extra")
    except BaseException:
        db.close()
        raise
    return db
