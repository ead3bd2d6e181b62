"""Copy the media of a user's folder into another folder with the same layout."""

from __future__ import annotations

import contextlib
import sqlite3
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from .. import patient
from ..media.database import VERSION, MediaDatabase, MediaFile
from ..media.folder import Lost, MediaFolder
from ..paths import UserFolder

# If a sync replaces files while they are copied, they are copied again, with the database.
_ROUNDS = 3

# Rows that the store could not read; the rest of the file is Anki's affair.
_UNFIT = """
select count(*) from media where typeof(fname) <> 'text' or typeof(csum) <> 'blob'
or typeof(size) <> 'integer' or typeof(usn) <> 'integer' or typeof(mtime) <> 'integer'
or size < 0 or (size > 0 and length(csum) <> 20)
"""
_RECOUNT = """
update meta set
total_bytes = (select coalesce(sum(size), 0) from media),
total_nonempty_files = (select count(*) from media where size > 0),
last_usn = (select max(last_usn, coalesce(max(usn), 0)) from media)
"""

CopyDatabase = Callable[[Path, Path], None]


class UnfitMedia(ValueError):
    """The list of media files cannot be copied; the message says why."""


def copy_media(
    source: UserFolder, target: UserFolder, copy_database: CopyDatabase
) -> tuple[int, list[str]]:
    """Copy media.db, and each file that it names, checked by its sha1.

    `copy_database(from, to)` copies one consistent state. Returns how many files were copied, and
    the names of those that are missing or differ from the database: the copy forgets these, so that
    the next device that has one sends it again. Raises UnfitMedia, sqlite3.Error, OSError, and
    NotNow for a media.db of another version.
    """
    target.media.mkdir()
    if not source.media_db.exists():
        if source.media.is_dir() and any(source.media.iterdir()):
            raise UnfitMedia(f"{source.media} has files, but {source.media_db} is missing")
        return 0, []
    copying = _Copying(_folder_of(source), MediaFolder(target.media))
    for _round in range(_ROUNDS):
        copy_database(source.media_db, target.media_db)
        _check(target.media_db)
        with contextlib.closing(MediaDatabase(target.media_db)) as database:
            files = list(database.files())
            missing = copying.fetch(files)
            if not missing:
                break
    else:
        with contextlib.closing(MediaDatabase(target.media_db)) as database:
            database.forget(missing)
    return len(files) - len(missing), [file.name for file in missing]


def _folder_of(user: UserFolder) -> MediaFolder:
    shared = user.shared_media
    if shared is not None and shared.is_dir():
        return MediaFolder(shared, shared=True)
    return MediaFolder(user.media)


def _check(path: Path) -> None:
    """Check a copied database and repair its totals, which other tools do not always maintain."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as database:
        if database.execute("pragma user_version").fetchone() != (VERSION,):
            return  # opening it will raise
        (verdict,) = database.execute("pragma quick_check(1)").fetchone()
        if verdict != "ok":
            raise UnfitMedia(f"media.db is damaged: {verdict}")
        (unfit,) = database.execute(_UNFIT).fetchone()
        (totals,) = database.execute("select count(*) from meta").fetchone()
        if unfit or totals != 1:
            raise UnfitMedia("media.db has rows that Anki's server does not write")
        database.execute(_RECOUNT)


class _Copying:
    """The files copied so far."""

    def __init__(self, source: MediaFolder, target: MediaFolder) -> None:
        self._source = source
        self._target = target
        self._done: dict[str, bytes] = {}  # sha1 by name

    def fetch(self, files: list[MediaFile]) -> list[MediaFile]:
        """Copy new and changed files; return those that are missing or differ."""
        for name in set(self._done) - {file.name for file in files}:  # deleted meanwhile
            patient.remove(self._target.path_of(name))
            del self._done[name]
        # a disk that ignores case can store only one of them under its own name
        same: dict[str, list[str]] = defaultdict(list)
        missing = []
        for file in files:
            folded = file.name.casefold()
            if self._done.get(file.name) != file.sha1 and not self._copy(file, same[folded]):
                missing.append(file)
            same[folded].append(file.name)
        return missing

    def _copy(self, file: MediaFile, similar: list[str]) -> bool:
        path = self._target.path_beside(file.name, similar)
        try:
            with open(path, "wb") as copy:
                copy.writelines(self._source.content(file))
        except Lost:
            patient.remove(path)
            self._done.pop(file.name, None)
            return False
        self._done[file.name] = file.sha1
        return True
