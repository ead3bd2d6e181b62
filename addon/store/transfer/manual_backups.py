"""Backups made on request, and the list of all backups."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from .. import atomic, patient
from ..paths import UserFolder
from ..sqlite_errors import wrap_decode_errors
from .backups import new_path

MANUAL = "manual"


@dataclass(frozen=True)
class Backup:
    """One file in the backups folder; `made` in seconds since 1970, `size` in bytes."""

    path: Path
    made: float
    size: int

    @property
    def manual(self) -> bool:
        """Whether the user asked for it; such backups are never removed automatically."""
        return self.path.name.startswith(f"{MANUAL}-")


def back_up(folder: UserFolder) -> Path | None:
    """Copy what is committed in a user's collection; return None if there is none.

    Not a hard link as in `backups.keep`: syncs keep writing to the file. The changes of a running
    session are left out. Raises sqlite3.Error and OSError.
    """
    if not folder.has_collection:
        return None
    atomic.make_folder(folder.backups, mode=0o700)
    target = new_path(folder.backups, MANUAL)
    with atomic.temporary(folder.backups) as temporary:
        with contextlib.closing(sqlite3.connect(folder.collection, timeout=10)) as source:
            copy_committed(source, temporary)  # SQLite flushes it
        patient.replace(temporary, target)
    atomic.flush_folder(folder.backups)
    return target


def copy_committed(source: sqlite3.Connection, target: Path) -> None:
    """Overwrite the file `target` with what is committed in an open database, consistently.

    Raises sqlite3.Error: "locked" if a session locks readers out for longer than the connection's
    timeout; `Connection.backup` alone would wait for ever.
    """
    source.isolation_level = None
    source.execute("begin")
    try:
        with wrap_decode_errors():
            source.execute("select count(*) from sqlite_master").fetchone()
        with contextlib.closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
    finally:
        source.execute("rollback")


def list_backups(folder: UserFolder) -> list[Backup]:
    """Return all backups of a user's collection, newest first."""
    found = []
    for path in folder.backups.glob("*.anki2"):
        with contextlib.suppress(FileNotFoundError):  # pruned just now
            stat = path.stat()
            found.append(Backup(path, _made(path, stat.st_mtime), stat.st_size))
    return sorted(found, key=lambda backup: backup.made, reverse=True)


def _made(path: Path, modified: float) -> float:
    # a hard link has the time of the file it was made from; the name tells when it was made
    parts = path.stem.split("-")
    try:
        return datetime.strptime("-".join(parts[-4:]), "%Y-%m-%d-%H.%M.%S.%f").timestamp()
    except ValueError:
        return modified
