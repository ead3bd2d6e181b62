"""The files in a backups folder: their names, what they hold, and the list of them.

A backup is `REASON-DATE.colpkg`, or `REASON-DATE.anki2` until somebody has time to pack it
(packing.py); earlier versions of LAN Sync made nothing else. Either is a whole backup.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import time
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from .. import patient
from ..collection.summary import Summary, count_in
from ..paths import UserFolder

PACKED, UNPACKED = ".colpkg", ".anki2"

REPLACED = "collection"
"""The reason of a store that was replaced: by an upload, by a backup, by the bridge."""
DESKTOP = "desktop"
"""Of the desktop's collection, before the bridge takes something from it."""
UPLOAD = "upload"
"""Of an upload that could not be stored in full."""
MANUAL = "manual"
"""Of a person."""
DAILY = "daily"
DELETIONS = "deletions"
"""Of a sync that deletes much."""
REPAIR = "repair"

OF_THE_STORE = (REPLACED, DAILY, DELETIONS, REPAIR)
"""The reasons of backups of the store that nobody has asked for."""

SQLITES = ("-journal", "-wal", "-shm")
"""Endings of the files that SQLite keeps beside a database in use, or leaves after a crash."""

_STAMP = "%Y-%m-%d-%H.%M.%S.%f"


@dataclass(frozen=True)
class Backup:
    """One backup; `made` in seconds since 1970, `size` in bytes, as on the disk."""

    path: Path
    made: float
    size: int

    @property
    def name(self) -> str:
        """What people call it: the same before and after it is packed."""
        return self.path.stem

    @property
    def reason(self) -> str:
        """Why it was made, one of the constants above; "" if its name does not tell."""
        reason, dash, stamp = self.name.partition("-")
        return reason if dash and _time_in(stamp) is not None else ""

    @property
    def manual(self) -> bool:
        """Whether the user asked for it; such backups are never removed automatically."""
        return self.reason == MANUAL


def new_path(backups: Path, reason: str) -> Path:
    """Return a dated path for a backup made now; no other has the same time (ms)."""
    while True:
        stamp = datetime.now().strftime(_STAMP)[:-3]
        if not any(backups.glob(f"*-{stamp}.*")):
            return backups / f"{reason}-{stamp}{UNPACKED}"
        time.sleep(0.001)  # names stay in chronological order


def list_backups(folder: UserFolder) -> list[Backup]:
    """Return all backups of a user's collection, newest first."""
    found: dict[str, Backup] = {}
    for ending in (UNPACKED, PACKED):  # a crash may have left both
        for path in filter(Path.is_file, folder.backups.glob(f"*{ending}")):
            with contextlib.suppress(FileNotFoundError):  # removed or packed just now
                stat = path.stat()
                # a hard link has the time of the file it was made from; the name is right
                made = _time_in(path.stem.partition("-")[2])
                found[path.stem] = Backup(path, made or stat.st_mtime, stat.st_size)
    return sorted(found.values(), key=lambda backup: backup.made, reverse=True)


def find(folder: UserFolder, name: str) -> Backup | None:
    """Return the backup of that name, with or without the ending; None if there is none."""
    for backup in list_backups(folder):
        if name in (backup.name, f"{backup.name}{PACKED}", f"{backup.name}{UNPACKED}"):
            return backup
    return None


def remove_backup(backup: Backup) -> None:
    """Remove a backup and what SQLite left beside it. Raises OSError."""
    plain = backup.path.with_suffix(UNPACKED)
    for path in (
        plain.with_suffix(PACKED),
        plain,
        *(plain.with_name(plain.name + ending) for ending in SQLITES),
    ):
        patient.remove(path, missing_ok=True)


def content_of(path: Path) -> Summary | None:
    """Return what a backup holds; None if it is damaged. Raises OSError."""
    try:
        if path.suffix == PACKED:
            with zipfile.ZipFile(path) as archive:
                return Summary(**json.loads(archive.comment))
        # immutable: SQLite must not create files beside it, nor wait for anybody
        uri = f"{path.resolve().as_uri()}?immutable=1"
        with contextlib.closing(sqlite3.connect(uri, uri=True)) as db:
            return count_in(db)
    except (sqlite3.Error, zipfile.BadZipFile, ValueError, TypeError):
        return None


def _time_in(stamp: str) -> float | None:
    try:
        return datetime.strptime(stamp, _STAMP).timestamp()
    except (ValueError, OverflowError, OSError):  # the last two: before 1970, on Windows
        return None
