"""Open the stored collection for a request or a session; there is no other way to it.

The file may not be ours: Anki's own server leaves schema 18 in WAL mode. Such a file is as foreign
as any upload, and is converted in the same way, with the original kept.
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
from .copies import copy_committed
from .incoming import make_storable

log = logging.getLogger(__name__)


def open_stored(folder: UserFolder) -> Collection:
    """Open a user's collection, which the caller holds; create an empty one if there is none.

    Raises NotNow, and changes nothing, if it is damaged, or foreign and cannot be converted.
    """
    folder.create()
    if not folder.has_collection:
        create(folder.collection)
    try:
        with broken_file():
            is_foreign = _is_foreign(folder.collection)
        if is_foreign:
            _convert(folder)
    except Invalid as error:
        raise NotNow("the stored collection is damaged") from error
    return Collection(folder.collection)


def _is_foreign(path: Path) -> bool:
    with path.open("rb") as file:
        header = file.read(20)
    if header[18:20] == b"\2\2":  # WAL (sqlite.org/fileformat), which our files never use
        return True
    with contextlib.closing(connect(path)) as db:
        return bool(db.execute("select ver from col").fetchone() != (VERSION,))


def _convert(folder: UserFolder) -> None:
    """Replace a foreign file with its conversion. Raises Invalid."""
    log.warning("%s was written by another program; converting it", folder.collection)
    with atomic.temporary(folder.root) as path:
        # copy first: part of a file in WAL mode may be beside it
        with broken_file(), contextlib.closing(sqlite3.connect(folder.collection)) as source:
            copy_committed(source, path)
        odd = make_storable(path, keep_graves=True)
        backups.replace(folder, path)
    if odd:
        log.warning("not everything in it could be stored unchanged: %s", "; ".join(odd[:20]))
