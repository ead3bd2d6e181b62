"""accounts.db: an SQLite file with users, their devices, and their contacts."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from ...errors import DataFolderUnusable
from ...store.sqlite import open_durable, transaction, unflushed, use_log
from .schema import migrate

# Seconds to wait for another process (`adduser`) that is writing; a window may be waiting for us.
_PATIENCE = 2.0


class AccountsFile:
    """The open file. Any thread may call.

    Every method raises DataFolderUnusable if the file cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        with contextlib.suppress(OSError):  # Windows keeps only the read-only bit
            path.touch(0o600)
            path.chmod(0o600)
        self._db = open_durable(path, _PATIENCE)
        try:
            self._db.execute("pragma foreign_keys = on")
            migrate(self._db)
            use_log(self._db)
        except BaseException:
            self._db.close()
            raise

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()

    @contextlib.contextmanager
    def cursor(self) -> Iterator[sqlite3.Cursor]:
        """Read, or make one change, while no other thread does."""
        try:
            with self._lock, contextlib.closing(self._db.cursor()) as cursor:
                yield cursor
        except sqlite3.IntegrityError:  # its meaning depends on the caller
            raise
        except sqlite3.Error as error:
            raise DataFolderUnusable(self._path, str(error)) from error

    @contextlib.contextmanager
    def unflushed_change(self) -> Iterator[sqlite3.Cursor]:
        """Change the file in a transaction that a power cut may undo."""
        with self.cursor() as cursor, unflushed(self._db), transaction(self._db):
            yield cursor

    @contextlib.contextmanager
    def change(self, before_commit: Callable[[], object]) -> Iterator[sqlite3.Cursor]:
        """Change the file in a transaction, which is committed if `before_commit` succeeds."""
        with self.cursor() as cursor, transaction(self._db):
            yield cursor
            before_commit()
