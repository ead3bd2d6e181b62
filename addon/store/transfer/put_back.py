"""A backup put back in place of the stored collection."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from .. import atomic
from ..collection.collection import connect
from ..paths import UserFolder
from ..totals import Totals, count_totals
from . import backups
from .incoming import make_storable
from .packing import unpack


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
    and ask which side to keep. A bridged desktop gets it at the next merge (bridge/run.py). Raises
    Invalid if the backup is damaged, OSError and sqlite3.Error; then nothing is changed.
    """
    with atomic.temporary(folder.root) as path:
        unpack(backup, path)
        make_storable(path, keep_graves=True)
        former_scm, former_usn = _stamps(folder)
        with contextlib.closing(connect(path)) as db:
            # `mod` too: where it is equal, clients look no further
            db.execute("update col set scm = max(scm, mod, ?, ?) + 1", (now, former_scm))
            db.execute("update col set mod = scm, usn = max(usn, ?)", (former_usn,))
            (scm,) = db.execute("select scm from col").fetchone()
        with path.open("rb+") as file:
            atomic.flush_file(file)
        if folder.is_bridged:
            folder.note_restored(scm)
        made = replaced(folder, backups.replace_collection(folder, path))
    folder.offer_structure(None)
    return made


def _stamps(folder: UserFolder) -> tuple[int, int]:
    """Return scm and usn of the stored collection; both are 0 if it cannot be read."""
    if folder.has_collection:
        with (
            contextlib.suppress(sqlite3.DatabaseError),
            contextlib.closing(connect(folder.collection)) as db,
        ):
            scm, usn = db.execute("select scm, usn from col").fetchone()
            return int(scm), int(usn)
    return 0, 0
