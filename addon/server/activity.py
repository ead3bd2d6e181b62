"""The activity list: what happened on the server, kept across restarts."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from ..errors import DataFolderUnusable
from ..store import patient
from .events import (
    BackupFailed,
    CollectionDownloaded,
    CollectionPutBack,
    CollectionUploaded,
    DesktopUpdated,
    Event,
    MediaReceived,
    MediaSent,
    RequestFailed,
    SignedIn,
    SignInRefused,
    SyncFinished,
)

log = logging.getLogger(__name__)

KEPT = 1000  # entries
# Refused sign-ins have a limit of their own: guessed passwords must not push out the rest.
KEPT_REFUSALS = 200
# Seconds within which a device's equal events become one entry: media come 25 files at a time.
_TOGETHER = 120

SIGNED_IN = "signed in"
REFUSED = "sign-in refused"
SYNC = "sync"
UPLOAD = "upload"
DOWNLOAD = "download"
PUT_BACK = "put back"
MEDIA = "media"
TAKEN_OVER = "taken over"
FAILED = "failed"
NO_BACKUP = "no backup"

SLOWED = "slowed"

_SCHEMA = """
create table entries (
    id integer primary key,
    began real not null,
    time real not null,
    kind text not null,
    user text not null,
    client text not null,
    device integer,
    received integer not null,
    sent integer not null,
    bytes_received integer not null,
    bytes_sent integer not null,
    seconds real not null,
    status integer not null,
    reason text not null,
    times integer not null
);
"""
_CHANGES = """
alter table entries add column changes text not null default '';
alter table entries add column backup text not null default '';
"""
# What was typed in place of a user name may have been a password, and was kept until then.
_ADDRESSES_AND_REVIEWS = f"""
alter table entries add column address text not null default '';
alter table entries add column reviews integer not null default 0;
update entries set user = '' where kind = '{REFUSED}';
"""
# Each one takes a file from the version of its index to the next.
_MIGRATIONS = (_SCHEMA, _CHANGES, _ADDRESSES_AND_REVIEWS)
_VERSION = len(_MIGRATIONS)
_COLUMNS = (
    "id, began, time, kind, user, client, device, received, sent, bytes_received, bytes_sent,"
    " seconds, status, reason, times, changes, backup, address, reviews"
)


@dataclass(frozen=True)
class Entry:
    """An event, or several equal ones in a row. Times in seconds since 1970."""

    id: int
    began: float
    time: float  # of the last one
    kind: str  # one of the constants above
    user: str
    client: str  # how the device's Anki identified itself; see protocol.client_name
    device: Optional[int]  # it may have been removed since
    # "sync", "taken over": objects, review log entries, deletions; "media": files
    received: int = 0
    sent: int = 0  # "taken over": the review log entries among them
    bytes_received: int = 0  # "media", and the collection's size for "upload"
    bytes_sent: int = 0  # "media", and the collection's size for "download"
    seconds: float = 0.0  # "media": from the first files to the last
    status: int = 0  # "failed": the HTTP status
    reason: str = ""  # "failed", "no backup": in English; "sign-in refused": perhaps SLOWED
    times: int = 1
    changes: str = ""  # "sync", "upload": what it changed here, for ChangeLog.from_text
    # "sync", "upload", "put back": the backup of what was here before, if one was made
    backup: str = ""
    address: str = ""  # "sign-in refused": the IP address it came from, if known
    reviews: int = 0  # "sync": the review log entries among those received


@dataclass(frozen=True)
class Refusals:
    """The refused sign-ins from one place; `last` in seconds since 1970."""

    address: str
    user: str  # an account that was tried; "" if there is none of the names
    client: str
    last: float
    times: int
    slowed: bool  # whether there were so many that the password was not checked


class Activity:
    """Keeps the newest entries in an SQLite file. Any thread may call.

    It must never get in the way of a sync: a failure to write is only logged, and a damaged file is
    set aside.
    """

    def __init__(self, path: Path, now: Callable[[], float] = time.time) -> None:
        """`now` returns seconds since 1970."""
        self._path = path
        self._now = now
        self._lock = threading.Lock()
        self._db = self._open()

    def close(self) -> None:
        with self._lock:
            self._db.close()

    def record(self, event: Event) -> None:
        """Add an event to the list, unless it is of no interest."""
        entry = _entry(event, self._now())
        if entry is None:
            return
        try:
            with self._lock:
                self._add(entry)
        except sqlite3.Error as error:
            log.warning("activity cannot be written to %s: %s", self._path, error)

    def entries(self, limit: int = KEPT, device: int | None = None) -> list[Entry]:
        """Return the entries of one device, or all, newest first. Raises DataFolderUnusable."""
        try:
            with self._lock:
                rows = self._db.execute(
                    f"select {_COLUMNS} from entries where ? is null or device = ?"
                    " order by time desc, id desc limit ?",
                    (device, device, limit),
                ).fetchall()
        except sqlite3.Error as error:
            raise DataFolderUnusable(self._path, str(error)) from error
        return [Entry(*row) for row in rows]

    def refusals(self, since: float, limit: int = 10) -> list[Refusals]:
        """Return who was refused after a time (s since 1970), newest first.

        Raises DataFolderUnusable.
        """
        try:
            with self._lock:
                rows = self._db.execute(
                    "select address, max(user), client, max(time), sum(times), max(reason = ?)"
                    " from entries"
                    " where kind = ? and time > ? group by address, client"
                    " order by max(time) desc limit ?",
                    (SLOWED, REFUSED, since, limit),
                ).fetchall()
        except sqlite3.Error as error:
            raise DataFolderUnusable(self._path, str(error)) from error
        return [
            Refusals(address, user, client, last, times, bool(slowed))
            for address, user, client, last, times, slowed in rows
        ]

    def clear(self) -> None:
        """Delete all entries."""
        with self._lock:
            self._db.execute("delete from entries")

    def _open(self) -> sqlite3.Connection:
        try:
            return self._connect()
        except sqlite3.OperationalError:  # locked, or no such folder: the file itself may be fine
            raise
        except sqlite3.DatabaseError as error:
            log.warning("%s is set aside: %s", self._path, error)
            for end in ("", "-wal"):
                with contextlib.suppress(FileNotFoundError):
                    patient.replace(f"{self._path}{end}", f"{self._path}.damaged{end}")
            return self._connect()

    def _connect(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._path, check_same_thread=False, isolation_level=None)
        try:
            (version,) = db.execute("pragma user_version").fetchone()
            # written by a newer LAN Sync: it is only a list, so start a new one
            if version > _VERSION:
                raise sqlite3.DatabaseError(f"version {version} is newer than {_VERSION}")
            if version < _VERSION:
                db.execute("pragma secure_delete = on")
                migration = "".join(_MIGRATIONS[version:])
                db.executescript(f"begin; {migration} pragma user_version = {_VERSION}; commit;")
            with contextlib.suppress(OSError):
                self._path.chmod(0o600)
            # An entry lost in a power cut is no loss: with a log, nothing needs to be flushed.
            db.execute("pragma journal_mode = wal")
            db.execute("pragma synchronous = normal")
        except BaseException:
            db.close()
            raise
        return db

    def _add(self, entry: Entry) -> None:
        row = self._db.execute(
            f"select {_COLUMNS} from entries where device is ? and user = ? and kind = ?"
            " and address = ? order by id desc limit 1",
            (entry.device, entry.user, entry.kind, entry.address),
        ).fetchone()
        before = None if row is None else Entry(*row)
        if before is not None and _belong_together(before, entry):
            self._merge(before, entry)
        else:
            self._insert(entry)

    def _merge(self, before: Entry, entry: Entry) -> None:
        seconds = entry.time - before.began if entry.kind == MEDIA else entry.seconds
        self._db.execute(
            "update entries set time = ?, client = ?, received = received + ?, sent = sent + ?,"
            " bytes_received = bytes_received + ?, bytes_sent = bytes_sent + ?, seconds = ?,"
            " times = times + 1 where id = ?",
            (
                entry.time,
                entry.client,
                entry.received,
                entry.sent,
                entry.bytes_received,
                entry.bytes_sent,
                seconds,
                before.id,
            ),
        )

    def _insert(self, entry: Entry) -> None:
        values = tuple(vars(entry).values())[1:]
        marks = ", ".join("?" * len(values))
        self._db.execute(
            f"insert into entries ({_COLUMNS.partition(', ')[2]}) values ({marks})", values
        )
        for refused, kept in ((True, KEPT_REFUSALS), (False, KEPT)):
            self._db.execute(
                "delete from entries where (kind = ?) = ? and id <= (select id from entries"
                " where (kind = ?) = ? order by id desc limit 1 offset ?)",
                (REFUSED, refused, REFUSED, refused, kept),
            )


def _belong_together(before: Entry, entry: Entry) -> bool:
    return (
        entry.kind in (MEDIA, REFUSED, FAILED, NO_BACKUP)
        and (before.status, before.reason) == (entry.status, entry.reason)
        and entry.time - before.time <= _TOGETHER
    )


def _entry(event: Event, now: float) -> Entry | None:
    """Turn an event into an entry; None if it is not worth keeping."""

    def entry(kind: str, **values: Any) -> Entry:
        return Entry(0, now, now, kind, event.user, event.client, event.device, **values)

    if isinstance(event, SignedIn):
        return entry(SIGNED_IN)
    if isinstance(event, SignInRefused):
        reason = SLOWED if event.slowed else ""
        return entry(REFUSED, address=event.address, reason=reason)
    if isinstance(event, SyncFinished):
        return entry(
            SYNC,
            received=event.received,
            sent=event.sent,
            reviews=event.reviews,
            seconds=event.seconds,
            changes=event.changes,
            backup=event.backup,
        )
    if isinstance(event, CollectionUploaded):
        return entry(
            UPLOAD,
            bytes_received=event.size,
            seconds=event.seconds,
            changes=event.changes,
            backup=event.backup,
        )
    if isinstance(event, CollectionDownloaded):
        return entry(DOWNLOAD, bytes_sent=event.size, seconds=event.seconds)
    if isinstance(event, CollectionPutBack):
        return entry(PUT_BACK, backup=event.backup)
    if isinstance(event, MediaReceived):
        return entry(MEDIA, received=event.files, bytes_received=event.size)
    if isinstance(event, MediaSent):
        return entry(MEDIA, sent=event.files, bytes_sent=event.size)
    if isinstance(event, DesktopUpdated):
        return entry(TAKEN_OVER, received=event.changes, sent=event.reviews)
    if isinstance(event, BackupFailed):
        return entry(NO_BACKUP, reason=event.reason)
    if isinstance(event, RequestFailed):
        return entry(FAILED, status=event.status, reason=event.reason)
    return None
