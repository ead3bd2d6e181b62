"""Check that the add-on uses no database on Anki's main thread: another program may have it
locked, and Anki would not answer for as long."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from .running import PACKAGE

_ADD_ON = f"/addons21/{PACKAGE}/"
# Anki's open collection can be written on the main thread alone, and what has gone across is noted
# in the store with it. `hold_now` makes sure first that nobody has the store.
_MAY = ("/bridge/", "/gui/bridge/migration.py")
_HOLDS = "hold_if_idle"

_offences: list[str] = []


def watch() -> None:
    """Watch every connection that is made from now on."""
    connect = sqlite3.connect

    def watched(*arguments: Any, **named: Any) -> sqlite3.Connection:
        _look()
        database: sqlite3.Connection = connect(*arguments, **{"factory": _Watched, **named})
        return database

    sqlite3.connect = watched  # type: ignore[assignment]


def take() -> str:
    """Where a database was used on the main thread since the last call; "" if nowhere."""
    found = "\n".join(_offences)
    _offences.clear()
    return found


class _Watched(sqlite3.Connection):
    def cursor(self, *arguments: Any, **named: Any) -> Any:
        _look()
        return super().cursor(*arguments, **named)

    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        _look()
        return super().execute(*arguments)


def _look() -> None:
    if threading.current_thread() is not threading.main_thread():
        return
    ours = [each for each in traceback.walk_stack(sys._getframe()) if _ADD_ON in _file(each[0])]
    if not ours or any(frame.f_code.co_name == _HOLDS for frame, _line in ours):
        return
    if not any(place in _file(frame) for frame, _line in ours for place in _MAY):
        _offences.append(" < ".join(f"{_file(frame)}:{line}" for frame, line in ours))


def _file(frame: FrameType) -> str:
    return frame.f_code.co_filename.replace("\\", "/")


# SQLite's "exclusive" does not stop readers of a write-ahead log. All of the log's locks do: bytes
# 120 to 127 of its index (sqlite.org/walformat.html).
_HOLD = """
import fcntl, sqlite3, sys
databases = [sqlite3.connect(path, isolation_level=None, timeout=60) for path in sys.argv[1:]]
indexes = []
for path, database in zip(sys.argv[1:], databases):
    database.execute("select count(*) from sqlite_master").fetchone()  # makes the index
    try:
        indexes.append(open(path + "-shm", "r+b"))
    except FileNotFoundError:  # it has no log
        database.execute("begin exclusive")
    else:
        fcntl.lockf(indexes[-1], fcntl.LOCK_EX, 8, 120)
print("held", flush=True)
sys.stdin.readline()
"""


class Held:
    """Databases that another process has locked."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    @property
    def still(self) -> bool:
        """Whether they are locked at this moment."""
        return self._process.poll() is None

    def let_go(self) -> None:
        """Unlock them."""
        self._process.communicate("\n", timeout=60)


@contextmanager
def held(*paths: Path) -> Iterator[Held]:
    """Let another process have databases for itself alone, for as long as the block runs."""
    command = [sys.executable, "-c", _HOLD, *map(str, paths)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8") as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "held\n"
            yield Held(process)
        finally:
            process.kill()
