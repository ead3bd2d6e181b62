"""Copy one user's folder to and from another server with the same layout.

Anki's own server keeps it under its SYNC_BASE. Either way the devices continue with a normal sync,
since stamps, usns and graves are copied too.
"""

from __future__ import annotations

import contextlib
import logging
import os
import secrets
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ...errors import Problem
from .. import atomic, patient
from ..collection.collection import connect
from ..faults import Invalid, StoreFault
from ..media.store import MediaStore
from ..paths import UserFolder
from ..schema11.schema import broken_file
from ..validate import require_sound
from .carry_media import UnfitMedia, copy_media
from .copies import copy_committed
from .forked import restamp_if_forked
from .former import keep_former
from .incoming import keep_original, make_storable, original_of

log = logging.getLogger(__name__)

# Seconds to wait for a session that is just writing to the database file.
_PATIENCE = 10


class CannotCarry(Problem):
    """A user's folder could not be copied; nothing was changed."""


@dataclass(frozen=True)
class Carried:
    """What was copied: the number of media files, and the names of damaged or missing ones.

    `backup` is what the replaced collection has become, and `left` a folder with what could not be
    moved from the replaced one; `forked` means that the copy lacks something that devices synced
    there, and that they will ask which side to keep.
    """

    files: int
    missing: list[str]
    backup: Path | None = None
    left: Path | None = None
    forked: bool = False


def export_user(folder: UserFolder, target: Path) -> Carried:
    """Copy a user's collection and media to the new folder `target`; a server may be running.

    Raises CannotCarry, and then there is no `target`. It does so if the collection is damaged, as
    otherwise nobody would notice before the copy is needed.
    """
    if not folder.has_collection:
        raise CannotCarry(f"{folder.root} has no collection: no device has synced one yet")
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise CannotCarry(f"{target} already exists: name a new folder")
    with _explained(target), _new_folder(target.parent) as new:
        with contextlib.closing(MediaStore.of(folder)) as media:
            media.refresh()  # register what Anki has changed in its folder
        _copy_sound(folder, new.collection)
        carried = Carried(*copy_media(folder, new, _copy_ours))
        if target.exists():
            patient.remove_folder(target)
        _flush_all()
        patient.rename(new.root, target)
        atomic.flush_folder(target.parent)
    return carried


def import_user(source: Path, folder: UserFolder, replaced: Path) -> Carried:
    """Replace a user's folder with a checked copy of `source`, which is left as it is.

    The former folder is in the folder `replaced` until what is to be kept of it has been moved to
    the new one (former.py). No server may be running on `folder`. Raises CannotCarry, and then
    nothing has changed.
    """
    theirs = UserFolder(source)
    if not theirs.collection.is_file():
        raise CannotCarry(f"{source} has no collection.anki2: name the folder of one user")
    users = folder.root.parent
    atomic.make_folder(users)
    for leftover in users.glob(f"{atomic.PREFIX}*"):  # of an interrupted import
        patient.remove_tree(leftover, ignore_errors=True)
    with _explained(source), _new_folder(users, mode=0o700) as new:
        _copy_theirs(theirs.collection, new.collection)
        odd = make_storable(new.collection, keep_graves=True)
        if odd:
            keep_original(original_of(new.collection), new, odd)
        patient.remove(original_of(new.collection))
        files, missing = copy_media(theirs, new, _copy_theirs)
        forked = restamp_if_forked(new.collection, folder)
        _flush_all()
        former = _set_aside(folder, replaced)
        try:
            patient.rename(new.root, folder.root)
        except BaseException:
            if former is not None:
                patient.rename(former, folder.root)
            raise
        atomic.flush_folder(users)
    backup = None
    if former is not None:
        try:
            backup = keep_former(UserFolder(former), folder)
        except (OSError, sqlite3.Error) as error:
            log.warning("not everything was moved from %s: %s", former, error)
        if not former.exists():
            former = None
            with contextlib.suppress(OSError):  # it has what an earlier import left
                patient.remove_folder(replaced)
    return Carried(files, missing, backup, former, forked)


def _copy_ours(path: Path, target: Path) -> None:
    """Copy one of our databases, opened for writing: a crashed transaction is rolled back first."""
    with contextlib.closing(sqlite3.connect(path, timeout=_PATIENCE)) as database:
        copy_committed(database, target)


def _copy_sound(folder: UserFolder, copy: Path) -> None:
    try:
        with broken_file():
            _copy_ours(folder.collection, copy)
            with contextlib.closing(connect(copy)) as database:
                require_sound(database)
    except Invalid as error:
        raise CannotCarry(
            f"{folder.collection} is damaged ({error}): restore a backup and export again; or take "
            "the collection from a device that has everything, by uploading it"
        ) from error


def _copy_theirs(path: Path, target: Path) -> None:
    """Copy another server's database, opened for reading: its folder may be write-protected."""
    uri = f"{path.resolve().as_uri()}?mode=ro"
    if _is_closed_wal(path):
        uri += "&immutable=1"  # or SQLite would create files beside it
    with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=_PATIENCE)) as database:
        copy_committed(database, target)


def _is_closed_wal(path: Path) -> bool:
    """Return whether a database is in WAL mode, like those of Anki's own server, and not open."""
    with path.open("rb") as file:
        header = file.read(20)  # bytes 18 and 19: 1 rollback journal, 2 WAL (sqlite.org/fileformat)
    return header[18:20] == b"\2\2" and not path.with_name(path.name + "-wal").exists()


@contextlib.contextmanager
def _new_folder(parent: Path, mode: int = 0o777) -> Iterator[UserFolder]:
    """Yield a new folder in `parent` that is removed afterwards, unless it was moved elsewhere."""
    atomic.make_folder(parent)
    root = parent / f"{atomic.PREFIX}{secrets.token_hex(8)}"
    root.mkdir(mode=mode)
    try:
        yield UserFolder(root)
    finally:
        patient.remove_tree(root, ignore_errors=True)


def _flush_all() -> None:
    if hasattr(os, "sync"):  # not on Windows
        os.sync()  # thousands of files: flushing each would take minutes


def _set_aside(folder: UserFolder, replaced: Path) -> Path | None:
    if not folder.root.exists():
        return None
    atomic.make_folder(replaced, mode=0o700)
    former = replaced / f"{folder.root.name}-{datetime.now():%Y-%m-%d-%H.%M.%S.%f}"
    patient.rename(folder.root, former)
    atomic.flush_folder(replaced)
    return former


@contextlib.contextmanager
def _explained(place: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise CannotCarry(
                f"a sync is using the collection: try again in a minute ({error})"
            ) from error
        raise CannotCarry(f"{place} cannot be copied: {error}") from error
    except (StoreFault, UnfitMedia, sqlite3.DatabaseError, OSError) as error:
        raise CannotCarry(f"{place} cannot be copied: {error}") from error
