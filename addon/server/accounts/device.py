"""A device that has a host key, and whether an earlier sign-in was its own."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Any

from ...protocol.client_name import ClientName, parse_client_name

COLUMNS = (
    "id, user, name, client, detail, hosting, created, last_seen, address,"
    " in_anki, waiting_reviews, waiting_changes, waiting_uploads,"
    " synced, sync_kind, received, sent, reviews, size, seconds, problem"
)


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
        return parse_client_name(self.client)

    @property
    def shown_name(self) -> str:
        """The chosen name, or else the model or the app."""
        return self.name or self.app.device


def from_row(row: tuple[Any, ...]) -> Device:
    """Make a device of a row of COLUMNS."""
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


def is_the_same(device: Device, earlier: Device) -> bool:
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
