"""Events: what happened on the server, for whoever listens.

Listeners are called in the request's thread: they must be quick and must not raise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Optional


@dataclass(frozen=True)
class Event:
    """Something a user's device did."""

    user: str
    client: str  # how the device's Anki names itself; protocol.client_name reads it
    device: Optional[int]  # see devices.Device; None where the device is not known


@dataclass(frozen=True)
class SignedIn(Event):
    """A device got a host key for the right name and password."""


@dataclass(frozen=True)
class SignInRefused(Event):
    """Wrong name or password; `user` is what was typed."""


@dataclass(frozen=True)
class SyncAsked(Event):
    """A device asked whether there is anything to sync, as each sync begins; often it also ends so,
    with nothing new on either side."""


@dataclass(frozen=True)
class SyncFinished(Event):
    """A normal sync was committed."""

    received: int  # objects, review log entries and deletions taken in
    sent: int
    seconds: float
    reviews: int = 0  # review log entries among those taken in


@dataclass(frozen=True)
class DesktopUpdated(Event):
    """What a device has brought is in the collection that Anki has open."""

    reviews: int
    changes: int  # reviews among them; 0 after an upload


class Placed(Enum):
    """How an uploaded collection was put into the store."""

    REPLACED = "replaced"
    UNITED = "united"
    UNITED_BUT_FOR_STRUCTURE = "united but for structure"
    """A note type has other fields or templates here; the device is asked to download."""
    RESTRUCTURED = "restructured"
    """Replaced, as the device had changed the structure; the store may have had other changes."""


@dataclass(frozen=True)
class CollectionUploaded(Event):
    """A whole collection came in. What was stored before is among the backups."""

    size: int  # bytes
    seconds: float
    placed: Placed = Placed.REPLACED


@dataclass(frozen=True)
class CollectionDownloaded(Event):
    """A whole collection is being handed out."""

    size: int  # bytes
    seconds: float  # for making the copy


@dataclass(frozen=True)
class MediaReceived(Event):
    """Media files were added, replaced or deleted."""

    files: int
    size: int  # bytes as they travelled


@dataclass(frozen=True)
class MediaSent(Event):
    """Media files are being handed out."""

    files: int
    size: int  # bytes as they travel


@dataclass(frozen=True)
class Failed(Event):
    """A request was refused or went wrong, and the device shows its user an error."""

    method: str  # "upload", "applyChunk" ..
    status: int  # of the answer; 200 where the error is told inside it
    reason: str  # in English, for people who report a bug


Listener = Callable[[Event], None]


def ignore(event: Event) -> None:
    """The listener where nobody listens."""


CatchUp = Callable[[str], None]
"""Called with a user's name before a device is told where the user's collection stands: whoever
has changes for it brings them in now. Called in the request's thread with nothing held; the device
waits, so it ends within a few seconds, and it does not raise."""


def nothing_to_catch_up(user: str) -> None:
    """Where nobody else changes the collection."""
