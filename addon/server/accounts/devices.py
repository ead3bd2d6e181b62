"""The devices that hold a host key, as the person sees them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...protocol.client_name import ClientName, parse
from ..events import CollectionDownloaded, CollectionUploaded, Event, Failed, SyncFinished

MAX_NAME = 100  # characters

_COLUMNS = (
    "id, user, name, client, detail, hosting, created, last_seen,"
    " synced, sync_kind, received, sent, size, seconds, problem"
)


class NoSuchDevice(KeyError):
    """There is no device of this number; it may have been revoked."""


@dataclass(frozen=True)
class LastSync:
    """A device's last sync of its collection that went well. `when` in seconds since 1970."""

    when: int
    kind: str  # "sync", "upload" (to here), "download" (from here)
    received: int  # objects, review log entries and deletions taken in by "sync"
    sent: int
    size: int  # bytes of the collection, for the other two
    seconds: float


@dataclass(frozen=True)
class Device:
    """A device that may sync; times in seconds since 1970."""

    id: int
    user: str
    name: str  # given by the person, "" if none
    client: str  # how its Anki names itself
    hosting: bool  # Anki on the computer that this server runs on
    first_seen: int
    last_seen: int  # up to a minute behind
    last_sync: LastSync | None
    problem: str  # what went wrong after `last_sync`, in English; "" if nothing

    @property
    def app(self) -> ClientName:
        """The app, its version and the model, as far as known."""
        return parse(self.client)

    @property
    def shown_name(self) -> str:
        """The given name, else app and model."""
        return self.name or self.app.text


def devices(db: sqlite3.Cursor, user: str | None) -> list[Device]:
    """One user's or all devices, last seen first."""
    rows = db.execute(
        f"select {_COLUMNS} from devices where user = coalesce(?, user)"
        " order by last_seen desc, id desc",
        (user,),
    )
    return [_device(row) for row in rows]


def device(db: sqlite3.Cursor, number: int) -> Device | None:
    """One device."""
    row = db.execute(f"select {_COLUMNS} from devices where id = ?", (number,)).fetchone()
    return None if row is None else _device(row)


def rename(db: sqlite3.Cursor, number: int, name: str) -> None:
    """Give it a name; an empty one takes the name away. `NoSuchDevice`."""
    clean = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    db.execute("update devices set name = ? where id = ?", (clean[:MAX_NAME].rstrip(), number))
    _require(db, number)


def revoke(db: sqlite3.Cursor, number: int) -> None:
    """Forget it and its key. `NoSuchDevice`."""
    db.execute("delete from devices where id = ?", (number,))
    _require(db, number)


def describe(db: sqlite3.Cursor, number: int, detail: str) -> None:
    """Keep what a device tells of itself in `meta`, which is more than its header does."""
    db.execute(
        "update devices set detail = ? where id = ? and detail <> ?", (detail, number, detail)
    )


def note(db: sqlite3.Cursor, event: Event, now: int) -> None:
    """Keep what an event says of its device's last sync."""
    if isinstance(event, Failed):
        db.execute("update devices set problem = ? where id = ?", (event.reason, event.device))
        return
    for kind, received, sent, size, seconds in _synced(event):
        db.execute(
            "update devices set synced = ?, sync_kind = ?, received = ?, sent = ?, size = ?,"
            " seconds = ?, problem = '' where id = ?",
            (now, kind, received, sent, size, seconds, event.device),
        )


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
    number, user, name, client, detail, hosting, created, last_seen, when, *sync, problem = row
    return Device(
        id=number,
        user=user,
        name=name,
        client=detail or client,
        hosting=bool(hosting),
        first_seen=created,
        last_seen=last_seen,
        last_sync=LastSync(when, *sync) if when else None,
        problem=problem,
    )
