"""A backup put back in place of the stored collection."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from .. import atomic
from ..collection.collection import connect
from ..paths import UserFolder
from ..totals import Totals, count_totals
from . import backups


@dataclass(frozen=True)
class Replaced:
    """A collection that took the place of another, which is the file `backup` now."""

    backup: Path
    before: Totals
    now: Totals


def totals(collection: Path) -> Totals:
    """Count what a collection holds. Raises sqlite3.Error if it is damaged."""
    with contextlib.closing(connect(collection)) as db:
        return count_totals(db)


def replaced(folder: UserFolder, backup: Path | None) -> Replaced | None:
    """Compare the stored collection with the one that it has replaced, if that held any cards."""
    if backup is None:
        return None
    try:
        before = totals(backup)
        return Replaced(backup, before, totals(folder.collection)) if before.cards else None
    except sqlite3.Error:  # the former one was damaged
        return None


def put_back(folder: UserFolder, backup: Path, now: int) -> Replaced | None:
    """Put a backup in place of the stored collection, which the caller holds and which becomes a
    backup itself; so the same undoes it. `now` is in ms.

    The collection gets a schema stamp of its own: devices have synced with the other one meanwhile,
    and ask which side to keep. Raises OSError and sqlite3.Error; then nothing is changed.
    """
    with atomic.temporary(folder.root) as path:
        shutil.copyfile(backup, path)
        with contextlib.closing(connect(path)) as db:
            # `mod` too: where it is equal, clients look no further
            db.execute("update col set scm = max(scm, mod, ?) + 1", (now,))
            db.execute("update col set mod = scm")
        with path.open("rb+") as file:
            atomic.flush_file(file)
        return replaced(folder, backups.replace(folder, path))
