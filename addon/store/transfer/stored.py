"""Open the stored collection for a request or a session; there is no other way to it.

The file may not be ours: Anki's own server leaves schema 18 in WAL mode. Such a file is as foreign
as any upload, and is converted in the same way, with the original kept.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
from pathlib import Path

from .. import atomic
from ..collection.collection import Collection, CollectionStamps, create
from ..faults import Invalid, NotNow
from ..paths import UserFolder
from ..schema11.schema import VERSION, broken_file
from . import backups
from .copies import copy_committed
from .incoming import make_storable

log = logging.getLogger(__name__)

_HEADER = 100  # bytes, of an SQLite file


def open_stored(folder: UserFolder) -> Collection:
    """Open a user's collection, which the caller holds; create an empty one if there is none.

    Raises NotNow, and changes nothing, if it is damaged, or foreign and cannot be converted.
    """
    folder.create()
    if not folder.has_collection:
        create(folder.collection)
    try:
        with broken_file():
            return _opened(folder)
    except Invalid as error:
        raise NotNow("the stored collection is damaged") from error


class StoredStamps:
    """The stamps of a user's stored collection, which a phone asks for at each sync.

    The file is opened only if it has changed since the last look: opening it takes longer than all
    else that `meta` does.
    """

    def __init__(self, folder: UserFolder) -> None:
        self._folder = folder
        self._seen: tuple[object, ...] | None = None
        self._stamps = CollectionStamps()

    def read(self) -> CollectionStamps:
        """Return the committed stamps of the collection, which exists and the caller holds.

        Raises NotNow and OSError.
        """
        if self._seen != state_of(self._folder.collection):
            with contextlib.closing(open_stored(self._folder)) as collection:
                stamps = collection.stamps()
            self.committed(stamps)
        return self._stamps

    def committed(self, stamps: CollectionStamps) -> None:
        """Take over the stamps of what the caller, who holds the collection, has just committed.

        Raises OSError.
        """
        self._stamps, self._seen = stamps, state_of(self._folder.collection)


def state_of(path: Path) -> tuple[object, ...]:
    """Return what no two commits leave equal: SQLite counts them in the file's header
    (sqlite.org/fileformat). Raises OSError."""
    with path.open("rb", buffering=0) as file:
        status = os.fstat(file.fileno())
        return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, file.read(_HEADER)


def _opened(folder: UserFolder) -> Collection:
    """Open the collection; convert it first if it is foreign. Raises Invalid."""
    if not _is_in_wal_mode(folder.collection):
        collection = Collection(folder.collection)
        try:
            if collection.db.execute("select ver from col").fetchone() == (VERSION,):
                return collection
        except BaseException:
            collection.close()
            raise
        collection.close()
    _convert(folder)
    return Collection(folder.collection)


def _is_in_wal_mode(path: Path) -> bool:
    """Return whether a file is in WAL mode, which ours never are."""
    with path.open("rb", buffering=0) as file:
        return file.read(_HEADER)[18:20] == b"\2\2"  # sqlite.org/fileformat


def _convert(folder: UserFolder) -> None:
    """Replace a foreign file with its conversion. Raises Invalid."""
    log.warning("%s was written by another program; converting it", folder.collection)
    with atomic.temporary(folder.root) as path:
        # copy first: part of a file in WAL mode may be beside it
        with broken_file(), contextlib.closing(sqlite3.connect(folder.collection)) as source:
            copy_committed(source, path)
        odd = make_storable(path, keep_graves=True)
        backups.replace_collection(folder, path)
    if odd:
        log.warning("not everything in it could be stored unchanged: %s", "; ".join(odd[:20]))
