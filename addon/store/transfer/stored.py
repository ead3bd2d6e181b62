"""The stored collection, opened for a request or a session: the only door to it.

What lies there may not be ours: Anki's own server leaves schema 18 in WAL mode. Such a file is
foreign like any upload and comes in the same way, with the original kept.
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from pathlib import Path

from .. import atomic
from ..collection.collection import Collection, connect, create
from ..faults import Invalid, NotNow
from ..paths import UserFolder
from ..schema11.schema import VERSION, broken_file
from . import backups
from .incoming import make_storable
from .manual_backups import copy_committed

log = logging.getLogger(__name__)


def open_stored(folder: UserFolder) -> Collection:
    """Open a user's collection, which must be held; made empty where there is none.

    `NotNow` where what lies there is damaged, or foreign and cannot be taken in. It stays as it is.
    """
    folder.create()
    if not folder.has_collection:
        create(folder.collection)
    try:
        with broken_file():
            is_foreign = _is_foreign(folder.collection)
        if is_foreign:
            _take_in(folder)
    except Invalid as error:
        raise NotNow("the stored collection is damaged") from error
    return Collection(folder.collection)


def _is_foreign(path: Path) -> bool:
    with path.open("rb") as file:
        header = file.read(20)
    if header[18:20] == b"\2\2":  # WAL (sqlite.org/fileformat), in which we never leave a file
        return True
    with contextlib.closing(connect(path)) as db:
        return bool(db.execute("select ver from col").fetchone() != (VERSION,))


def _take_in(folder: UserFolder) -> None:
    """Raises Invalid."""
    log.warning("%s was written by another program and is taken in", folder.collection)
    with atomic.temporary(folder.root) as path:
        # a copy first: part of a file in WAL mode may lie beside it
        with broken_file(), contextlib.closing(sqlite3.connect(folder.collection)) as source:
            copy_committed(source, path)
        odd = make_storable(path, with_graves=True)
        backups.replace(folder, path)
    if odd:
        log.warning("not everything in it could be stored as it was: %s", "; ".join(odd[:20]))
