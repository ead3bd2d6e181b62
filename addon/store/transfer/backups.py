"""What is about to be replaced is kept first.

A backup is a hard link where the file system can: no time and no space. So a link is a backup only
of a file that is never written again. `replace` and `discard_links_to_the_collection` hold that law
together: a link to the collection in use is no backup, as the next sync writes into both.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import sqlite3
import time
from datetime import datetime
from pathlib import Path

from .. import atomic
from ..collection.collection import connect
from ..paths import UserFolder
from ..sqlite_errors import is_of_our_disk

log = logging.getLogger(__name__)

KEPT = 10  # former collections of one user; the oldest go first

_COLLECTION = "collection"
_SQLITES = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a database that is in use, or was when its program crashed."""


def replace(folder: UserFolder, new: Path) -> None:
    """Put the flushed file `new` in the place of the stored collection, which becomes a backup.

    The collection must be held and no session running. When it fails (a full disk; on Windows also
    a file that another program holds open) everything is as it was, the older backups too.
    """
    former = folder.collection
    with contextlib.ExitStack() as undo:
        if folder.has_collection:
            _complete(former)
            kept = _second_name(former, folder.backups, _COLLECTION)
            undo.callback(kept.unlink)
            for ending in _SQLITES:
                # SQLite would roll an old journal back into the new file
                journal = former.with_name(former.name + ending)
                if journal.exists():
                    aside = kept.with_name(kept.name + ending)
                    os.rename(journal, aside)
                    undo.callback(os.rename, aside, journal)
            atomic.flush_folder(folder.backups)
        os.replace(new, former)
        undo.pop_all()
    atomic.flush_folder(folder.root)
    prune(folder.backups, _COLLECTION)


def keep(path: Path, backups: Path, reason: str) -> Path:
    """Keep the file at `path`, which is never written again, under a dated name; gives that."""
    target = _second_name(path, backups, reason)
    atomic.flush_folder(backups)
    prune(backups, reason)
    return target


def discard_links_to_the_collection(folder: UserFolder) -> None:
    """Remove what a crash in the middle of `replace` left: a second name of the file in use."""
    if not folder.has_collection or folder.collection.stat().st_nlink < 2:
        return
    for path in folder.backups.glob("*.anki2"):
        if path.samefile(folder.collection):
            path.unlink()
            log.warning("%s was no backup: a replacement was cut off", path.name)


def free_name(backups: Path, reason: str) -> Path:
    """A dated name for a backup made now; no other one there has the same date (ms)."""
    while True:
        stamp = datetime.now().strftime("%Y-%m-%d-%H.%M.%S.%f")[:-3]
        if not any(backups.glob(f"*-{stamp}.anki2")):
            return backups / f"{reason}-{stamp}.anki2"
        time.sleep(0.001)  # names stay in the order of time


def _complete(path: Path) -> None:
    """Take in what SQLite keeps beside the file since its program crashed.

    Too damaged a file is left as it is. Raises sqlite3.Error where another program has it.
    """
    in_parts = path.with_name(f"{path.name}-wal").exists()
    try:
        with contextlib.closing(connect(path)) as db:
            db.execute("select count() from sqlite_master").fetchone()
            if in_parts:
                db.execute("pragma journal_mode = delete").fetchone()
    except sqlite3.Error as error:
        if is_of_our_disk(error):
            raise
        log.warning("the collection that is replaced is damaged: %s", error)


def _second_name(path: Path, backups: Path, reason: str) -> Path:
    atomic.make_folder(backups, mode=0o700)
    target = free_name(backups, reason)
    try:
        os.link(path, target)
    except OSError:  # FAT, some network drives
        with path.open("rb") as source, atomic.replacing(target) as copy:
            shutil.copyfileobj(source, copy)
        shutil.copystat(path, target)
    return target


def prune(backups: Path, reason: str) -> None:
    for old in sorted(backups.glob(f"{reason}-*.anki2"))[:-KEPT]:
        with contextlib.suppress(OSError):  # open in another program; it goes next time
            for ending in ("", *_SQLITES):
                old.with_name(old.name + ending).unlink(missing_ok=True)
            log.info("backup removed, %d newer ones are kept: %s", KEPT, old.name)
