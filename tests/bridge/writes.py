"""Count a process's writes, so that a test can end it before any one of them.

Watched are Anki's back end, through which its collection is written, and every connection that
`sqlite3` opens meanwhile: the store's and the bridge's own.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Callable

_READS = ("select", "pragma", "explain")


class Crash(BaseException):
    """Stands for the end of the process; not an error to be handled."""


def crash() -> None:
    """End the call that is under way."""
    raise Crash


class Writes:
    """Counts writes; calls `end` once, before write number `fatal` (from 1)."""

    def __init__(self, fatal: int | None = None, end: Callable[[], None] = crash) -> None:
        self.count = 0
        self.last = ""
        self._fatal = fatal
        self._end = end
        self._thread = threading.get_ident()  # servers' threads are not what ends

    def about_to_write(self, what: str) -> None:
        """Count a write that is about to happen."""
        if threading.get_ident() != self._thread or what.lstrip().lower().startswith(_READS):
            return
        self.count += 1
        if self._fatal is not None and self.count >= self._fatal:
            self._fatal = None
            self.last = what
            self._end()

    @property
    def ended(self) -> bool:
        """Whether the fatal write was reached."""
        return bool(self.last)

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Watch while the block runs."""
        from anki._backend import RustBackend

        database, command = RustBackend._db_command, RustBackend._run_command
        connect = sqlite3.connect
        about_to_write = self.about_to_write

        class Watched(sqlite3.Connection):
            def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:
                about_to_write(sql)
                return super().execute(sql, *rest)

            def executemany(self, sql: str, *rest: Any) -> sqlite3.Cursor:
                about_to_write(sql)
                return super().executemany(sql, *rest)

            def executescript(self, sql: str) -> sqlite3.Cursor:
                about_to_write(sql)
                return super().executescript(sql)

            def commit(self) -> None:
                about_to_write("commit")
                super().commit()

        def database_watched(self: Any, input: dict[str, Any]) -> Any:
            about_to_write(input.get("sql") or input["kind"])
            return database(self, input)

        def command_watched(self: Any, *arguments: Any) -> Any:
            about_to_write("call of Anki")
            return command(self, *arguments)

        def connect_watched(*arguments: Any, **named: Any) -> sqlite3.Connection:
            opened: sqlite3.Connection = connect(*arguments, **{"factory": Watched, **named})
            return opened

        patched: Any = RustBackend
        patched._db_command, patched._run_command = database_watched, command_watched
        sqlite3.connect = connect_watched  # type: ignore[assignment]
        try:
            yield
        finally:
            patched._db_command, patched._run_command = database, command
            sqlite3.connect = connect
