"""One user's folder, carried to and from another server of the same layout.

Anki's own server has it below its SYNC_BASE. Both ways the devices carry on with a normal sync,
since stamps, usns and graves are carried along.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ...errors import Problem
from .. import atomic
from ..faults import StoreFault
from ..media.store import MediaStore
from ..paths import UserFolder
from .carry_media import UnfitMedia, copy_media
from .forked import part_if_forked
from .incoming import keep_original, make_storable, original_of
from .manual_backups import copy_committed

# Seconds to wait for a session that is writing into the database file at this moment.
_PATIENCE = 10


class CannotCarry(Problem):
    """A user's folder was not copied; nothing was changed."""


@dataclass(frozen=True)
class Carried:
    """What was copied: the number of media files, and the names of those that were damaged or
    missing. `former` is the folder that was replaced, where it is kept now; `forked` means that
    what devices synced there is not in the copy, and that they will ask which side to keep."""

    files: int
    missing: list[str]
    former: Path | None = None
    forked: bool = False


def export_user(folder: UserFolder, target: Path) -> Carried:
    """Copy a user's collection and media to the new folder `target`; a server may be running.

    `CannotCarry`, and then there is no `target`.
    """
    if not folder.has_collection:
        raise CannotCarry(f"{folder.root} has no collection: no device has synced one yet")
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise CannotCarry(f"{target} exists already: name a new folder")
    with _explained(target), _new_folder(target.parent) as new:
        with contextlib.closing(MediaStore.of(folder)) as media:
            media.refresh()  # what Anki has done in a folder of its own
        _copy_ours(folder.collection, new.collection)
        carried = Carried(*copy_media(folder, new, _copy_ours))
        if target.exists():
            target.rmdir()
        _flush_all()
        os.rename(new.root, target)
        atomic.flush_folder(target.parent)
    return carried


def import_user(source: Path, folder: UserFolder, replaced: Path) -> Carried:
    """Replace a user's folder by a checked copy of `source`, which is left as it is.

    What was there goes into the folder `replaced`, whole. No server may be running on `folder`.
    `CannotCarry`, and then nothing has changed.
    """
    theirs = UserFolder(source)
    if not theirs.collection.is_file():
        raise CannotCarry(f"{source} has no collection.anki2: name the folder of one user")
    users = folder.root.parent
    atomic.make_folder(users)
    for leftover in users.glob(f"{atomic.PREFIX}*"):  # of an import that was cut off
        shutil.rmtree(leftover, ignore_errors=True)
    with _explained(source), _new_folder(users, mode=0o700) as new:
        _copy_theirs(theirs.collection, new.collection)
        odd = make_storable(new.collection, with_graves=True)
        if odd:
            keep_original(original_of(new.collection), new, odd)
        original_of(new.collection).unlink()
        files, missing = copy_media(theirs, new, _copy_theirs)
        forked = part_if_forked(new.collection, folder)
        _flush_all()
        former = _set_aside(folder, replaced)
        try:
            os.rename(new.root, folder.root)
        except BaseException:
            if former is not None:
                os.rename(former, folder.root)
            raise
        atomic.flush_folder(users)
    return Carried(files, missing, former, forked)


def _copy_ours(path: Path, target: Path) -> None:
    """Opened for writing: what a crash left half done is rolled back first."""
    with contextlib.closing(sqlite3.connect(path, timeout=_PATIENCE)) as database:
        copy_committed(database, target)


def _copy_theirs(path: Path, target: Path) -> None:
    """Opened for reading: another server's folder is left as it is, and may be write-protected."""
    uri = f"{path.resolve().as_uri()}?mode=ro"
    if _is_closed_wal(path):
        uri += "&immutable=1"  # or SQLite would make files beside it
    with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=_PATIENCE)) as database:
        copy_committed(database, target)


def _is_closed_wal(path: Path) -> bool:
    """Whether a database is in WAL mode, as Anki's own server has them, and nobody has it open."""
    with path.open("rb") as file:
        header = file.read(20)  # bytes 18 and 19: 1 rollback journal, 2 WAL (sqlite.org/fileformat)
    return header[18:20] == b"\2\2" and not path.with_name(path.name + "-wal").exists()


@contextlib.contextmanager
def _new_folder(parent: Path, mode: int = 0o777) -> Iterator[UserFolder]:
    """A folder in `parent` that is gone afterwards, unless it was put somewhere else."""
    atomic.make_folder(parent)
    root = parent / f"{atomic.PREFIX}{secrets.token_hex(8)}"
    root.mkdir(mode=mode)
    try:
        yield UserFolder(root)
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _flush_all() -> None:
    if hasattr(os, "sync"):  # not on Windows
        os.sync()  # thousands of files: one by one would take minutes


def _set_aside(folder: UserFolder, replaced: Path) -> Path | None:
    if not folder.root.exists():
        return None
    atomic.make_folder(replaced, mode=0o700)
    former = replaced / f"{folder.root.name}-{datetime.now():%Y-%m-%d-%H.%M.%S.%f}"
    os.rename(folder.root, former)
    atomic.flush_folder(replaced)
    return former


@contextlib.contextmanager
def _explained(place: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise CannotCarry(
                f"the collection is in use by a sync: try again in a minute ({error})"
            ) from error
        raise CannotCarry(f"{place} cannot be copied: {error}") from error
    except (StoreFault, UnfitMedia, sqlite3.DatabaseError, OSError) as error:
        raise CannotCarry(f"{place} cannot be copied: {error}") from error
