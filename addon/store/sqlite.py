"""Databases whose commits survive a power cut."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from .sqlite_errors import put_in_words


def open_durable(path: Path, timeout: float) -> sqlite3.Connection:
    """Open a database in autocommit mode, for any thread; whatever is committed is on the disk.

    `timeout` is how many seconds a statement waits for another one's lock. SQLite's default,
    `full`, flushes the file before it removes the rollback journal, but not the folder afterwards:
    if the journal comes back after a power cut, it rolls the commit back (sqlite.org/pragma.html).
    An attached database needs the pragma too, under its own name.

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
