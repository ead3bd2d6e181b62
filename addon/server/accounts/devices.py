"""The devices that have a host key, as the window shows them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...protocol.client_name import ClientName, parse
from ..events import (
    CollectionDownloaded,
    CollectionUploaded,
    DesktopUpdated,
    Event,
    RequestFailed,
    SyncFinished,
)

MAX_NAME = 100  # characters

_COLUMNS = (
    "id, user, name, client, detail, hosting, created, last_seen,"
    " in_anki, waiting_reviews, waiting_changes, waiting_uploads,"
    " synced, sync_kind, received, sent, size, seconds, problem"
)


class NoSuchDevice(KeyError):
    """There is no device with this number; it may have been removed."""


@dataclass(frozen=True)
class LastSync:
    """A device's last successful sync of its collection. `when` in seconds since 1970."""

    when: int
    kind: str  # "sync", "upload" (from the device) or "download" (to it)
    received: int  # objects, review log entries and deletions, for "sync"
    sent: int
    size: int  # bytes of the collection, for the other two
    seconds: float


@dataclass(frozen=True)
class Waiting:
    """What a device has sent that is not in Anki's open collection yet.

    Means something only if the user's store is bridged with one.
    """

    reviews: int = 0
    changes: int = 0  # reviews among them
    uploads: int = 0  # of its whole collection

    def __bool__(self) -> bool:
        return bool(self.changes or self.uploads)


@dataclass(frozen=True)
class Device:
    """A device that may sync; times in seconds since 1970."""

    id: int
    user: str
    name: str  # chosen by the person, "" if none
    client: str  # how its Anki identifies itself
    hosting: bool  # the Anki that the server runs in; set only by version 0.1.0
    first_seen: int
    last_seen: int  # up to a minute behind
    in_anki: int  # when its changes last went into Anki's open collection; 0 if never
    waiting: Waiting
    last_sync: LastSync | None
    problem: str  # what went wrong after `last_sync`, in English; "" if nothing

    @property
    def app(self) -> ClientName:
        """The app, its version and the model, if known."""
        return parse(self.client)

    @property
    def shown_name(self) -> str:
        """The chosen name, or else app and model."""
        return self.name or self.app.text


def devices(db: sqlite3.Cursor, user: str | None) -> list[Device]:
    """Return one user's devices, or all, the last seen first."""
    rows = db.execute(
        f"select {_COLUMNS} from devices where user = coalesce(?, user)"
        " order by last_seen desc, id desc",
        (user,),
    )
    return [_device(row) for row in rows]


def device(db: sqlite3.Cursor, number: int) -> Device | None:
    """Return the device with this number, or None."""
    row = db.execute(f"select {_COLUMNS} from devices where id = ?", (number,)).fetchone()
    return None if row is None else _device(row)


def rename(db: sqlite3.Cursor, number: int, name: str) -> None:
    """Name a device; "" removes its name. Raises NoSuchDevice."""
    clean = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    db.execute("update devices set name = ? where id = ?", (clean[:MAX_NAME].rstrip(), number))
    _require(db, number)


def revoke(db: sqlite3.Cursor, number: int) -> None:
    """Delete a device and its key. Raises NoSuchDevice."""
    db.execute("delete from devices where id = ?", (number,))
    _require(db, number)


def describe(db: sqlite3.Cursor, number: int, detail: str) -> None:
    """Store how a device identifies itself in `meta`, which says more than its header."""
    db.execute(
        "update devices set detail = ? where id = ? and detail <> ?", (detail, number, detail)
    )


def record(db: sqlite3.Cursor, event: Event, now: int) -> None:
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
    for kind, received, sent, size, seconds in _synced(event):
        db.execute(
            "update devices set synced = ?, sync_kind = ?, received = ?, sent = ?, size = ?,"
            " seconds = ?, problem = '' where id = ?",
            (now, kind, received, sent, size, seconds, event.device),
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


def _synced(event: Event) -> Iterator[tuple[str, int, int, int, float]]:
    if isinstance(event, SyncFinished):
        yield "sync", event.received, event.sent, 0, event.seconds
    elif isinstance(event, CollectionUploaded):
        yield "upload", 0, 0, event.size, event.seconds
    elif isinstance(event, CollectionDownloaded):
        yield "download", 0, 0, event.size, event.seconds


def _require(db: sqlite3.Cursor, number: int) -> None:
    if not db.rowcount:
        raise NoSuchDevice(number)


def _device(row: tuple[Any, ...]) -> Device:
    number, user, name, client, detail, hosting, created, last_seen, *rest = row
    in_anki, reviews, changes, uploads, when, *sync, problem = rest
    return Device(
        id=number,
        user=user,
        name=name,
        client=detail or client,
        hosting=bool(hosting),
        first_seen=created,
        last_seen=last_seen,
        in_anki=in_anki,
        waiting=Waiting(reviews, changes, uploads),
        last_sync=LastSync(when, *sync) if when else None,
        problem=problem,
    )
