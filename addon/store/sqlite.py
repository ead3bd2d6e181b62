"""Databases whose commits survive a power cut."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .sqlite_errors import wrap_decode_errors


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
        with wrap_decode_errors():
            db.execute("pragma synchronous = extra")
    except BaseException:
        db.close()
        raise
    return db


def use_log(db: sqlite3.Connection) -> None:
    """Commit to a write-ahead log: one flush instead of four, and no reader waits for a writer.

    The log is beside the database until that is closed. Where there can be none (another program
    uses the file, or it is on a network drive without shared memory), all stays as it was.

    Raises sqlite3.Error.
    """
    try:
        (mode,) = db.execute("pragma journal_mode = wal").fetchone()
    except sqlite3.OperationalError:
        return
    if mode == "wal":
        db.execute("pragma synchronous = full")


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Commit all that the block does, or none of it. Inside another transaction, join that one."""
    if db.in_transaction:
        yield
        return
    db.execute("begin immediate")
    try:
        yield
        db.execute("commit")
    except BaseException:
        if db.in_transaction:  # SQLite itself rolls back on a full disk
            db.execute("rollback")
        raise


@contextmanager
def unflushed(db: sqlite3.Connection) -> Iterator[None]:
    """Commit in the block without a flush where that cannot damage the database.

    After a power cut such commits may be missing. The next flushed commit flushes them, too.
    """
    (mode,) = db.execute("pragma journal_mode").fetchone()
    if mode != "wal":
        yield
        return
    db.execute("pragma synchronous = normal")
    try:
        yield
    finally:
        db.execute("pragma synchronous = full")
