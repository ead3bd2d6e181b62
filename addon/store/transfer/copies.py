"""Backups of a collection in use: copies, because syncs keep writing to the file."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from .. import atomic, patient
from ..paths import UserFolder
from ..sqlite_errors import wrap_decode_errors
from .backup_files import MANUAL, new_path

RESERVE = 64 * 1024 * 1024
"""Bytes that backups nobody has asked for leave free on the disk, for the data."""


def back_up(folder: UserFolder, reason: str = MANUAL) -> Path | None:
    """Copy what is committed in a user's collection; return None if there is none.

    The changes of a running session are left out. Raises sqlite3.Error and OSError.
    """
    if not folder.has_collection:
        return None

    def copy(target: Path) -> None:
        # not with the connection that has a transaction: SQLite would wait forever for its end
        with contextlib.closing(sqlite3.connect(folder.collection, timeout=10)) as source:
            copy_committed(source, target)

    return keep_copy(folder, reason, copy)


def keep_copy(folder: UserFolder, reason: str, write: Callable[[Path], None]) -> Path:
    """Keep a copy that `write` makes, as a backup; return its path.

    Raises OSError and what `write` raises.
    """
    atomic.make_folder(folder.backups, mode=0o700)
    with atomic.temporary(folder.backups) as temporary:
        write(temporary)  # SQLite accepts the empty file as a new one
        with temporary.open("rb+") as file:
            atomic.flush_file(file)
        target = new_path(folder.backups, reason)
        patient.replace(temporary, target)
    atomic.flush_folder(folder.backups)
    return target


def require_room(backups: Path, size: int) -> None:
    """Raise OSError if a file of `size` bytes would leave less than RESERVE on the disk."""
    if shutil.disk_usage(backups).free < size + RESERVE:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(backups))


def copy_committed(source: sqlite3.Connection, target: Path) -> None:
    """Overwrite the file `target` with what is committed in an open database, consistently.

    Raises sqlite3.Error: "locked" if a session locks readers out for longer than the connection's
    timeout; `Connection.backup` alone would wait forever.
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
