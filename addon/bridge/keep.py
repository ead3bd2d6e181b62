"""A copy of a side before it loses something."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from ..store import atomic
from ..store.paths import UserFolder
from ..store.transfer import backups
from .desktop import Desktop
from .store import Store


def copy_store(store: Store, folder: UserFolder) -> Path:
    """Keep the store as it is in the running transaction. Raises sqlite3.Error and OSError."""
    with _kept(folder, "collection") as path, contextlib.closing(sqlite3.connect(path)) as copy:
        store.db.backup(copy)
    return path


def copy_collection(desktop: Desktop, folder: UserFolder) -> Path:
    """Keep the desktop's collection. Raises sqlite3.Error, OSError, and what Anki raises."""
    with _kept(folder, "desktop") as path:
        desktop.copy_to(path)
    return path


@contextlib.contextmanager
def _kept(folder: UserFolder, reason: str) -> Iterator[Path]:
    folder.backups.mkdir(mode=0o700, exist_ok=True)
    temporary, file = atomic.create_temporary(folder.backups)
    file.close()
    target = backups.free_name(folder.backups, reason)
    try:
        # SQLite fills an empty file as if it were none
        yield temporary
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    backups.prune(folder.backups, reason)
