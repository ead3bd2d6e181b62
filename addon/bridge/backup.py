"""Back up a side before it loses something."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

from ..store import atomic
from ..store.paths import UserFolder
from ..store.transfer import backups
from ..store.transfer.manual_backups import copy_committed
from .desktop import Desktop


def copy_store(folder: UserFolder) -> Path:
    """Back up what is committed in the store. Raises sqlite3.Error and OSError."""
    return _keep(folder, "collection", lambda path: _copy(folder.collection, path))


def copy_collection(desktop: Desktop, folder: UserFolder) -> Path:
    """Back up the desktop's collection. Raises OSError and what Anki raises."""
    return _keep(folder, "desktop", desktop.copy_to)


def _copy(source: Path, target: Path) -> None:
    # not with the connection that has the transaction: SQLite would wait forever for its end
    with contextlib.closing(sqlite3.connect(source, timeout=10)) as database:
        copy_committed(database, target)


def _keep(folder: UserFolder, reason: str, write: Callable[[Path], None]) -> Path:
    folder.backups.mkdir(mode=0o700, exist_ok=True)
    with atomic.temporary(folder.backups) as path:
        write(path)  # SQLite accepts the empty file as a new one
        target = backups.new_path(folder.backups, reason)
        with path.open("rb+") as file:
            atomic.flush_file(file)
        atomic.put(path, target)
    backups.prune(target, reason)
    return target
