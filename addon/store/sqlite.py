"""Databases whose commits survive a power cut."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .sqlite_errors import put_in_words


def open_durable(path: Path, timeout: float, *, wal: bool = False) -> sqlite3.Connection:
    """Open a database in autocommit mode, for any thread; whatever is committed is on the disk.

    `timeout` is how many seconds a statement waits for another one's lock. With `wal` a commit
    takes one flush instead of four, and until it is closed the file has a log beside it.

    Raises sqlite3.Error: the pragmas already read the file.
    """
    db = sqlite3.connect(path, timeout=timeout, isolation_level=None, check_same_thread=False)
    try:
        with put_in_words():
            if wal:  # stays off on network drives without shared memory
                db.execute("pragma journal_mode = wal")
            db.execute(f"pragma synchronous = {_synchronous(db)}")
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def unflushed(db: sqlite3.Connection) -> Iterator[None]:
    """Commit in the block without a flush where that cannot damage the database.

    After a power cut such commits may be missing. The next flushed commit flushes them, too.
    """
    if _journal_mode(db) != "wal":
        yield
        return
    db.execute("pragma synchronous = normal")
    try:
        yield
    finally:
        db.execute(f"pragma synchronous = {_synchronous(db)}")


def _synchronous(db: sqlite3.Connection) -> str:
    """SQLite's default, `full`, flushes the file before it removes a rollback journal, but not the
    folder afterwards: if the journal comes back after a power cut, it rolls the commit back
    (sqlite.org/pragma.html). An attached database needs the pragma too, under its own name.
    """
    return "full" if _journal_mode(db) == "wal" else "extra"


def _journal_mode(db: sqlite3.Connection) -> str:
    return str(db.execute("pragma journal_mode").fetchone()[0])
