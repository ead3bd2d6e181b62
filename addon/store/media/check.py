"""Compare a media folder with its database, file by file, and repair what differs."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from . import names as media_names
from .database import MediaDatabase, MediaFile
from .folder import MediaFolder, new_batch, sha1_of
from .zip import MAX_FILE_BYTES


class MediaFaults(NamedTuple):
    """What was repaired: the names of files, and whether the totals were wrong."""

    added: list[str]
    lost: list[str]
    damaged: list[str]
    miscounted: bool


def check_own(folder: MediaFolder, database: MediaDatabase) -> MediaFaults:
    """Check a folder that only we use. Raises OSError and sqlite3.Error.

    A file without a row is added. A row without its file, or with another content, is forgotten:
    the next device that compares everything sends the file again. Damaged files go to the trash.
    """
    batch = folder.trash / new_batch()
    lost, damaged = [], []
    for file in database.files():
        path = Path(folder.path_of(file.name))
        if not path.is_file():
            lost.append(file)
        elif sha1_of(path) != file.sha1:
            folder.discard(path, batch)
            damaged.append(file)
    database.forget([*lost, *damaged])
    added = _add_unknown(folder, database)
    return MediaFaults(added, _names(lost), _names(damaged), database.recount())


def changed_unnoticed(folder: MediaFolder, database: MediaDatabase) -> list[MediaFile]:
    """Return the files of a scanned, shared folder that were changed under an old time."""
    return [
        file
        for file in database.files()
        if os.path.isfile(path := folder.path_of(file.name)) and sha1_of(path) != file.sha1
    ]


def _add_unknown(folder: MediaFolder, database: MediaDatabase) -> list[str]:
    """Register the files that have no row; discard those whose row says "deleted"."""
    known = {os.path.basename(folder.path_of(file.name)) for file in database.files()}
    deleted = database.deleted_names()
    batch = folder.trash / new_batch()
    added = []
    for path in sorted(folder.path.iterdir()):
        name = path.name
        if name in known or not path.is_file() or media_names.needs_alias(name, False):
            continue
        if name in deleted:
            folder.discard(path, batch)
            continue
        size = path.stat().st_size
        if media_names.anki_accepts(name) and 0 < size <= MAX_FILE_BYTES:
            with database.transaction():
                database.put(MediaFile(name, sha1_of(path), size), None)
            added.append(name)
    return added


def _names(files: Iterable[MediaFile]) -> list[str]:
    return [file.name for file in files]
