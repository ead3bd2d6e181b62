"""The devices that have a host key, as the window shows them.

Each sign-in makes a row with a number and a key of its own. A device that signs in again, because
the app was reinstalled or its owner has logged out, is shown as one device, with its former
name, as long as nobody uses the former key. Nothing is deleted: if that key is used after all, it
was another device, and both are shown.
"""

from __future__ import annotations

import ipaddress
import sqlite3
from collections.abc import Iterator
from dataclasses import astuple, dataclass, replace
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
    "id, user, name, client, detail, hosting, created, last_seen, address,"
    " in_anki, waiting_reviews, waiting_changes, waiting_uploads,"
    " synced, sync_kind, received, sent, reviews, size, seconds, problem"
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
    reviews: int  # review log entries among those received
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
    has_asked: bool  # whether it has begun a sync, which it may not have gone on with
    first_seen: int
    last_seen: int  # up to a minute behind
    address: str  # the IP address where it was last seen, "" if unknown
    in_anki: int  # when its changes last went into Anki's open collection; 0 if never
    waiting: Waiting
    last_sync: LastSync | None
    problem: str  # what went wrong after `last_sync`, in English; "" if nothing
    former: tuple[int, ...] = ()  # the numbers of its former sign-ins

    @property
    def app(self) -> ClientName:
        """The app, its version and the model, if known."""
        return parse(self.client)

    @property
    def shown_name(self) -> str:
        """The chosen name, or else the model or the app."""
        return self.name or self.app.device


def devices(db: sqlite3.Cursor, user: str | None) -> list[Device]:
    """Return one user's devices, or all, the last seen first."""
    shown: list[Device] = []
    for sign_in in _sign_ins(db, user):
        for position, device in enumerate(shown):
            if _is_the_same(device, sign_in):
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
        f"select {_COLUMNS} from devices where user = coalesce(?, user) order by id desc", (user,)
    )
    return [_device(row) for row in rows]


def _is_the_same(device: Device, earlier: Device) -> bool:
    """Return whether an earlier sign-in was made by the device that now has a later one.

    It was if it is the same app on the same model. Where a model is unknown, as for computers and
    before the first `meta`, the address must be the same.
    """
    if device.hosting or earlier.hosting or device.user != earlier.user:
        return False
    last_use = max(earlier.last_seen, earlier.last_sync.when if earlier.last_sync else 0)
    if last_use > device.first_seen:
        return False
    now, then = device.app, earlier.app
    if (now.app, now.system) != (then.app, then.system):
        return False
    if now.model and then.model:
        return now.model == then.model
    return device.address == earlier.address and _is_of_one_device(device.address)


def _is_of_one_device(address: str) -> bool:
    """Return whether an address identifies a device; a proxy or local programs use the loopback."""
    return address != "" and not ipaddress.ip_address(address).is_loopback


def device(db: sqlite3.Cursor, number: int) -> Device | None:
    """Return the device with this number, or None."""
    row = db.execute(f"select {_COLUMNS} from devices where id = ?", (number,)).fetchone()
    return None if row is None else _device(row)


def rename(db: sqlite3.Cursor, number: int, name: str) -> None:
    """Name a device; "" removes its name. Raises NoSuchDevice."""
    clean = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    db.execute("update devices set name = ? where id = ?", (clean[:MAX_NAME].rstrip(), number))
    _require(db, number)


def revoke(db: sqlite3.Cursor, number: int) -> tuple[int, ...]:
    """Delete a device and its keys; return the numbers of its sign-ins. Raises NoSuchDevice."""
    former = [each.former for each in devices(db, None) if each.id == number]
    numbers = (number, *(former[0] if former else ()))
    db.executemany("delete from devices where id = ?", [(each,) for each in numbers])
    _require(db, number)  # rows deleted in total
    return numbers


def describe(db: sqlite3.Cursor, number: int, detail: str) -> None:
    """Store how a device identifies itself in `meta`, which says more than its header."""
    db.execute(
        "update devices set detail = ? where id = ? and detail <> ?", (detail, number, detail)
    )


RECORDED = (
    CollectionDownloaded,
    CollectionUploaded,
    DesktopUpdated,
    RequestFailed,
    SyncFinished,
)
"""The events of which `record` stores something."""


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


def take_former_name(db: sqlite3.Cursor, number: int | None) -> None:
    """Give a device that has not synced since it signed in the name that it had before."""
    new = None if number is None else device(db, number)
    if new is None or new.name or new.last_sync is not None:
        return
    for earlier in _sign_ins(db, new.user):
        if earlier.id < new.id and earlier.name and _is_the_same(new, earlier):
            db.execute("update devices set name = ? where id = ?", (earlier.name, number))
            return


def _synced(event: Event, now: int) -> Iterator[LastSync]:
    if isinstance(event, SyncFinished):
        counts = (event.received, event.sent, event.reviews)
        yield LastSync(now, "sync", *counts, 0, event.seconds)
    elif isinstance(event, CollectionUploaded):
        yield LastSync(now, "upload", 0, 0, 0, event.size, event.seconds)
    elif isinstance(event, CollectionDownloaded):
        yield LastSync(now, "download", 0, 0, 0, event.size, event.seconds)


def _require(db: sqlite3.Cursor, number: int) -> None:
    if not db.rowcount:
        raise NoSuchDevice(number)


def _device(row: tuple[Any, ...]) -> Device:
    number, user, name, client, detail, hosting, created, last_seen, address, *rest = row
    in_anki, reviews, changes, uploads, when, *sync, problem = rest
    return Device(
        id=number,
        user=user,
        name=name,
        client=detail or client,
        hosting=bool(hosting),
        has_asked=detail != "",
        first_seen=created,
        last_seen=last_seen,
        address=address,
        in_anki=in_anki,
        waiting=Waiting(reviews, changes, uploads),
        last_sync=LastSync(when, *sync) if when else None,
        problem=problem,
    )
