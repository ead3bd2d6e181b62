"""A whole collection on its way in: received beside the stored one, checked, put in its place."""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .. import atomic
from ..collection.collection import connect
from ..convert.convert import ConversionError, to_schema11
from ..paths import UserFolder
from ..schema11.settle import settle_upload
from ..validate import Invalid, whole_collection
from . import backups

log = logging.getLogger(__name__)

# Where a client shows the server's text, it shows this one: in English, as Anki's own server does.
_CORRUPT = (
    "The collection that was sent is damaged and was not stored: {cause}. "
    "Please use Tools > Check Database, then sync again."
)


class Rejected(ValueError):
    """An upload that cannot be stored. `message` is for the person who sent it."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.message = _CORRUPT.format(cause=cause)


@dataclass(frozen=True)
class Incoming:
    """A checked collection, in schema 11, not yet in place. `size` in bytes, as it was received."""

    path: Path
    folder: UserFolder
    size: int

    def put_in_place(self) -> None:
        """Replace the stored collection, which is kept as a backup; it must be held."""
        backups.keep(self.folder.collection, self.folder.backups, "collection")
        os.replace(self.path, self.folder.collection)
        atomic.flush_folder(self.folder.root)


@contextlib.contextmanager
def receive(folder: UserFolder, blocks: Iterable[bytes]) -> Iterator[Incoming]:
    """Receive `blocks` into a file beside the stored collection, check and convert it.

    `Rejected` when it is no sound collection; what was not put in place is gone afterwards.
    """
    path, file = atomic.create_temporary(folder.root)
    try:
        with file:
            for block in blocks:
                file.write(block)
            size = file.tell()
        make_storable(path, folder, with_graves=False)
        with path.open("rb+") as file:
            atomic.flush_file(file)
        yield Incoming(path, folder, size)
    finally:
        # after a success the name is gone; SQLite may leave a journal after a failure
        for leftover in path.parent.glob(path.name + "*"):
            leftover.unlink()


def make_storable(path: Path, folder: UserFolder, *, with_graves: bool) -> None:
    """Turn a received file into what the store keeps, or raise `Rejected`.

    With graves where it comes from another server: its devices are still to hear of them. Where
    something could not be taken over, the file as it came is kept among the backups of `folder`.
    """
    with path.open("rb") as file:
        if file.read(16) != b"SQLite format 3\0":
            raise Rejected("it is no SQLite file")
    original = path.with_name(path.name + ".original")
    shutil.copyfile(path, original)
    try:
        with contextlib.closing(connect(path)) as db:
            notes = (*to_schema11(db), *_check(db))
            if not with_graves:
                settle_upload(db)
    except (ConversionError, Invalid) as error:
        raise Rejected(str(error)) from error
    except sqlite3.OperationalError:
        raise  # our disk, not their file
    except sqlite3.DatabaseError as error:
        raise Rejected(str(error)) from error
    if notes:
        kept = backups.keep(original, folder.backups, "upload")
        log.warning(
            "not everything in an uploaded collection could be stored as it was (%s); "
            "the upload is kept as %s",
            "; ".join(notes[:20]),
            kept,
        )


def _check(db: sqlite3.Connection) -> tuple[str, ...]:
    (verdict,) = db.execute("pragma quick_check(1)").fetchone()
    if verdict != "ok":
        raise Rejected(verdict)
    return whole_collection(db)
