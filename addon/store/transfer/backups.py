"""Back up what is about to be replaced.

Where the file system can, a backup is a hard link, which takes no time and no space; it is packed
later (packing.py). So a link is a backup only of a file that is never written again. `replace` and
`discard_links_to_the_collection` together make sure of that: a link to the collection in use is no
backup, as the next sync changes both.
"""

from __future__ import annotations

import contextlib
import logging
import shutil
import sqlite3
from pathlib import Path

from .. import atomic, patient
from ..collection.collection import connect
from ..paths import UserFolder
from ..sqlite_errors import is_system_error
from .backup_files import PACKED, REPLACED, SQLITES, UNPACKED, new_path

log = logging.getLogger(__name__)

MOST = 100
"""Backups for one reason, until somebody has time to thin them out (thinning.py)."""


def replace_collection(folder: UserFolder, new: Path) -> Path | None:
    """Replace the stored collection with the flushed file `new`; the former one becomes a backup.

    The caller holds the collection, and no session is running. If it fails (a full disk; on Windows
    also a file that another program has open), everything is unchanged, including the older
    backups. Returns that backup, if there was a collection. Raises OSError and sqlite3.Error.
    """
    former = folder.collection
    kept: Path | None = None
    with contextlib.ExitStack() as undo:
        if folder.has_collection:
            _complete(former)
            kept = _second_name(former, folder.backups, REPLACED)
            undo.callback(patient.remove, kept)
            for ending in SQLITES:
                # SQLite would roll an old journal back into the new file
                journal = former.with_name(former.name + ending)
                if journal.exists():
                    aside = kept.with_name(kept.name + ending)
                    patient.rename(journal, aside)
                    undo.callback(patient.rename, aside, journal)
            atomic.flush_folder(folder.backups)
        patient.replace(new, former)
        undo.pop_all()
    atomic.flush_folder(folder.root)
    if kept is not None:
        prune(kept, REPLACED)
    return kept


def keep(path: Path, backups: Path, reason: str) -> Path:
    """Back up `path`, which is never written again, under a dated name; return that path."""
    target = _second_name(path, backups, reason)
    atomic.flush_folder(backups)
    prune(target, reason)
    return target


def move(collection: Path, backups: Path) -> Path:
    """Move a collection that is no longer in use to the backups; return its path there.

    Raises OSError and sqlite3.Error.
    """
    _complete(collection)
    atomic.make_folder(backups, mode=0o700)
    target = new_path(backups, REPLACED)
    for ending in (*SQLITES, ""):
        part = collection.with_name(collection.name + ending)
        if part.exists():
            patient.rename(part, target.with_name(target.name + ending))
    atomic.flush_folder(backups)
    return target


def discard_links_to_the_collection(folder: UserFolder) -> None:
    """Remove what a crash during `replace` left: a second name for the file in use."""
    if not folder.has_collection or folder.collection.stat().st_nlink < 2:
        return
    for path in folder.backups.glob("*.anki2"):
        if path.samefile(folder.collection):
            patient.remove(path)
            log.warning("%s was not a backup: a replacement was interrupted", path.name)


def _complete(path: Path) -> None:
    """Merge into the file what SQLite left beside it when its program crashed.

    A file that is too damaged is left as it is. Raises sqlite3.Error if another program uses it.
    """
    in_parts = path.with_name(f"{path.name}-wal").exists()
    try:
        with contextlib.closing(connect(path)) as db:
            db.execute("select count() from sqlite_master").fetchone()
            if in_parts:
                db.execute("pragma journal_mode = delete").fetchone()
    except sqlite3.Error as error:
        if is_system_error(error):
            raise
        log.warning("the replaced collection is damaged: %s", error)


def _second_name(path: Path, backups: Path, reason: str) -> Path:
    atomic.make_folder(backups, mode=0o700)
    target = new_path(backups, reason)
    try:
        patient.link(path, target)
    except OSError:  # FAT, some network drives
        with path.open("rb") as source, atomic.replacing(target) as copy:
            shutil.copyfileobj(source, copy)
        shutil.copystat(path, target)
    return target


def prune(made: Path, reason: str) -> None:
    """Keep the backups made for a reason, of which `made` is the newest, from filling the disk.

    Their names contain the time. One that seems to be later than `made` is from a wrong clock, and
    counts as the oldest.
    """
    found = [
        path for ending in (UNPACKED, PACKED) for path in made.parent.glob(f"{reason}-*{ending}")
    ]
    for old in sorted(found, key=lambda path: (path.stem <= made.stem, path.stem))[:-MOST]:
        with contextlib.suppress(OSError):  # open in another program; it will go next time
            for ending in ("", *SQLITES):
                patient.remove(old.with_name(old.name + ending), missing_ok=True)
            log.info("old backup removed, %d newer ones are kept: %s", MOST, old.name)
