"""The devices that have a host key, as the window shows them.

Each sign-in makes a row with a number and a key of its own. A device that signs in again, because
the app was reinstalled or its owner has logged out, is shown as one device, with its former
name, as long as nobody uses the former key. Nothing is deleted: if that key is used after all, it
was another device, and both are shown.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import astuple, replace
from typing import NamedTuple

from ..events import (
    CollectionDownloaded,
    CollectionUploaded,
    DesktopUpdated,
    Event,
    RequestFailed,
    SignedIn,
    SyncAsked,
    SyncFinished,
)
from .accounts_file import AccountsFile
from .device import COLUMNS, Device, LastSync, Waiting, from_row, is_the_same
from .local_users import NoSuchUser

MAX_NAME = 100  # characters
# Seconds between two updates of "last seen"; a sync is some ten requests.
_SEEN_EVERY = 60


class NoSuchDevice(KeyError):
    """There is no device with this number; it may have been removed."""


class SignedInDevice(NamedTuple):
    """The device behind a host key, as far as each request needs it."""

    id: int
    user: str
    client: str  # how its Anki identifies itself in the header
    detail: str  # the same in `meta`, which says more; "" before the first
    name: str  # chosen by the person, "" if none
    last_seen: int  # seconds since 1970
    address: str


class Devices:
    """The devices and their keys. Times in seconds since 1970. Any thread may call.

    Host keys are 160 random bits, so a plain SHA-256 of them is enough. Every method raises
    DataFolderUnusable if the file cannot be read or written.
    """

    def __init__(self, file: AccountsFile, sign_out_after: int = 0) -> None:
        """An unused key stays valid for `sign_out_after` seconds; 0 means for ever."""
        self._file = file
        self._sign_out_after = sign_out_after

    def add(self, user: str, client: str) -> str:
        """Add a device and return its new host key. Raises NoSuchUser."""
        key = secrets.token_hex(20)
        now = int(time.time())
        try:
            with self._file.cursor() as db:
                db.execute(
                    "insert into devices (key_hash, user, client, created, last_seen)"
                    " values (?, ?, ?, ?, ?)",
                    (_hash_key(key), user, client, now, now),
                )
        except sqlite3.IntegrityError:
            raise NoSuchUser(user) from None
        return key

    def by_key(self, key: str) -> SignedInDevice | None:
        """Return the device with a host key, if the key is valid."""
        with self._file.cursor() as db:
            row = db.execute(
                "select id, user, client, detail, name, last_seen, address from devices"
                " where key_hash = ?",
                (_hash_key(key),),
            ).fetchone()
        if row is None:
            return None
        found = SignedInDevice(*row)
        unused = int(time.time()) - found.last_seen
        return None if self._sign_out_after and unused > self._sign_out_after else found

    def seen(self, known: SignedInDevice, client: str, address: str) -> None:
        """Record when and where a device was seen, at most once a minute if nothing is new."""
        now = int(time.time())
        is_news = (client, address) != (known.client, known.address)
        if now - known.last_seen > _SEEN_EVERY or is_news:
            with self._file.unflushed_change() as db:
                db.execute(
                    "update devices set last_seen = ?, client = ?, address = ? where id = ?",
                    (now, client, address, known.id),
                )

    def all(self) -> list[Device]:
        """Return all devices, the last seen first."""
        with self._file.cursor() as db:
            return _shown(db, None)

    def of(self, user: str) -> list[Device]:
        """Return one user's devices, the last seen first."""
        with self._file.cursor() as db:
            return _shown(db, user)

    def find(self, number: int) -> Device | None:
        """Return the device with this number, or None."""
        with self._file.cursor() as db:
            return _find(db, number)

    def rename(self, number: int, name: str) -> None:
        """Name a device; "" removes its name. Raises NoSuchDevice."""
        clean = " ".join("".join(c if c.isprintable() else " " for c in name).split())
        clean = clean[:MAX_NAME].rstrip()
        with self._file.cursor() as db:
            db.execute("update devices set name = ? where id = ?", (clean, number))
            _require(db, number)

    def revoke(self, number: int) -> tuple[int, ...]:
        """Remove a device: its keys are invalid at once. Raises NoSuchDevice.

        Returns the numbers of all its sign-ins.
        """
        with self._file.cursor() as db:
            former = [each.former for each in _shown(db, None) if each.id == number]
            numbers = (number, *(former[0] if former else ()))
            db.executemany("delete from devices where id = ?", [(each,) for each in numbers])
            _require(db, number)  # rows deleted in total
            return numbers

    def describe(self, number: int, detail: str) -> None:
        """Store how a device identifies itself in `meta`, which says more than its header."""
        with self._file.unflushed_change() as db:
            db.execute(
                "update devices set detail = ? where id = ? and detail <> ?",
                (detail, number, detail),
            )

    def record(self, event: Event) -> None:
        """Store what an event says about its device's last sync, and what of it is in Anki."""
        if isinstance(event, (SignedIn, SyncAsked)):
            with self._file.cursor() as db:
                _take_former_name(db, event.device)
        elif isinstance(event, _RECORDED):
            with self._file.unflushed_change() as db:
                _record(db, event, int(time.time()))


_RECORDED = (
    CollectionDownloaded,
    CollectionUploaded,
    DesktopUpdated,
    RequestFailed,
    SyncFinished,
)
"""The events of which `_record` stores something."""


def _shown(db: sqlite3.Cursor, user: str | None) -> list[Device]:
    """Return one user's devices, or all, the last seen first."""
    shown: list[Device] = []
    for sign_in in _sign_ins(db, user):
        for position, device in enumerate(shown):
            if is_the_same(device, sign_in):
                shown[position] = replace(
                    device,
                    first_seen=min(device.first_seen, sign_in.first_seen),
                    former=(*device.former, sign_in.id),
                )
                break
        else:
            shown.append(sign_in)
    return sorted(shown, key=lambda device: (device.last_seen, device.id), reverse=True)


def _sign_ins(db: sqlite3.Cursor, user: str | None) -> list[Device]:
    """Return each sign-in as a device, the latest first."""
    rows = db.execute(
        f"select {COLUMNS} from devices where user = coalesce(?, user) order by id desc", (user,)
    )
    return [from_row(row) for row in rows]


def _find(db: sqlite3.Cursor, number: int) -> Device | None:
    """Return the device with this number, or None."""
    row = db.execute(f"select {COLUMNS} from devices where id = ?", (number,)).fetchone()
    return None if row is None else from_row(row)


def _record(db: sqlite3.Cursor, event: Event, now: int) -> None:
    """Store what an event says about its device's last sync, and what of it is in Anki."""
    if isinstance(event, DesktopUpdated):
        db.execute("update devices set in_anki = ? where id = ?", (now, event.device))
    waits = _added_to_waiting(event)
    if waits:
        db.execute(
            "update devices set waiting_reviews = max(0, waiting_reviews + ?),"
            " waiting_changes = max(0, waiting_changes + ?),"
            " waiting_uploads = max(0, waiting_uploads + ?) where id = ?",
            (waits.reviews, waits.changes, waits.uploads, event.device),
        )
    if isinstance(event, RequestFailed):
        db.execute("update devices set problem = ? where id = ?", (event.reason, event.device))
        return
    for last in _synced(event, now):
        db.execute(
            "update devices set synced = ?, sync_kind = ?, received = ?, sent = ?, reviews = ?,"
            " size = ?, seconds = ?, problem = '' where id = ?",
            (*astuple(last), event.device),
        )


def _added_to_waiting(event: Event) -> Waiting:
    """Return how much more waits; less after a merge, which may not have had the newest yet."""
    if isinstance(event, SyncFinished):
        return Waiting(event.reviews, event.received)
    if isinstance(event, CollectionUploaded):
        return Waiting(uploads=1)
    if isinstance(event, DesktopUpdated):
        return Waiting(-event.reviews, -event.changes, -event.uploads)
    return Waiting()


def _synced(event: Event, now: int) -> Iterator[LastSync]:
    if isinstance(event, SyncFinished):
        counts = (event.received, event.sent, event.reviews)
        yield LastSync(now, "sync", *counts, 0, event.seconds)
    elif isinstance(event, CollectionUploaded):
        yield LastSync(now, "upload", 0, 0, 0, event.size, event.seconds)
    elif isinstance(event, CollectionDownloaded):
        yield LastSync(now, "download", 0, 0, 0, event.size, event.seconds)


def _take_former_name(db: sqlite3.Cursor, number: int | None) -> None:
    """Give a device that has not synced since it signed in the name that it had before."""
    unnamed = "select user from devices where id = ? and name = '' and synced = 0"
    if number is None or db.execute(unnamed, (number,)).fetchone() is None:
        return  # at almost every sync
    new = _find(db, number)
    if new is None:
        return
    for earlier in _sign_ins(db, new.user):
        if earlier.id < new.id and earlier.name and is_the_same(new, earlier):
            db.execute("update devices set name = ? where id = ?", (earlier.name, number))
            return


def _require(db: sqlite3.Cursor, number: int) -> None:
    if not db.rowcount:
        raise NoSuchDevice(number)


def _hash_key(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
