"""Events: what happened on the server, for whoever listens.

Listeners are called in the request's thread: they must be quick and must not raise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from ..store.transfer.put_back import Replaced


@dataclass(frozen=True)
class Event:
    """Something that a user's device did."""

    user: str
    client: str  # how the device's Anki identifies itself; see protocol.client_name
    device: Optional[int]  # see devices.Device; None if the device is unknown


@dataclass(frozen=True)
class SignedIn(Event):
    """A device signed in with the right name and password, and got a host key."""


@dataclass(frozen=True)
class SignInRefused(Event):
    """A device used a wrong name or password; `user` is "" if there is no such account.

    What was typed in place of the name is not kept: it may be a password.
    """

    address: str = ""  # the sender's IP address, if known
    slowed: bool = False  # without checking the password, as there were too many wrong ones before


@dataclass(frozen=True)
class SyncAsked(Event):
    """A device asked whether there is anything to sync, as at the start of each sync.

    Often that is all, since neither side has anything new.
    """


@dataclass(frozen=True)
class MediaUnavailable(Event):
    """A device asked while the media folder that it shares with Anki could not be used.

    It may be up to date and not sync media at all, so no request of its would fail.
    """


@dataclass(frozen=True)
class SyncFinished(Event):
    """A normal sync was committed."""

    received: int  # objects, review log entries and deletions
    sent: int
    seconds: float
    reviews: int = 0  # review log entries among those received
    changes: str = ""  # a ChangeLog as text: what was changed here
    backup: str = ""  # the name of a backup made first, as much was deleted


@dataclass(frozen=True)
class DesktopUpdated(Event):
    """The collection that Anki has open got what a device had sent."""

    reviews: int
    changes: int  # reviews among them; 0 after an upload alone
    uploads: int = 0  # of its whole collection


class Placed(Enum):
    """How an uploaded collection was put into the store."""

    REPLACED = "replaced"
    UNITED = "united"
    UNITED_BUT_FOR_STRUCTURE = "united but for structure"
    """A note type has different fields or templates here; the device is asked to download."""
    RESTRUCTURED = "restructured"
    """Replaced, because the device had changed the structure; what is newer here was merged."""


@dataclass(frozen=True)
class CollectionUploaded(Event):
    """A whole collection was received. The one stored before is among the backups."""

    size: int  # bytes
    seconds: float
    placed: Placed = Placed.REPLACED
    replaced: Optional[Replaced] = None  # what was lost, where the desktop does not ask about it
    changes: str = ""  # a ChangeLog as text: what was changed here
    backup: str = ""  # the name of the backup that the former collection is now, if there was one


@dataclass(frozen=True)
class CollectionDownloaded(Event):
    """A whole collection is being sent."""

    size: int  # bytes
    seconds: float  # to make the copy


@dataclass(frozen=True)
class CollectionPutBack(Event):
    """A person put a backup in place of the user's collection, on this computer."""

    backup: str = ""  # the name of the backup that the former collection is now


@dataclass(frozen=True)
class MediaReceived(Event):
    """Media files were added, replaced or deleted."""

    files: int
    size: int  # bytes of the zip


@dataclass(frozen=True)
class MediaSent(Event):
    """Media files are being sent."""

    files: int
    size: int  # bytes of the zip


@dataclass(frozen=True)
class RequestFailed(Event):
    """A request was refused or failed, and the device shows its user an error."""

    method: str  # "upload", "applyChunk" ..
    status: int  # 200 if the error is inside the reply
    reason: str  # in English, for bug reports


@dataclass(frozen=True)
class BackupFailed(Event):
    """A backup could not be made; `device` is the one whose sync it was for, if any."""

    reason: str  # the system's words


Listener = Callable[[Event], None]


def ignore(event: Event) -> None:
    """Listen to nothing."""


CatchUp = Callable[[str], None]
"""Brings outside changes into a user's collection, before a device is told its state.

Called with the user's name, in the request's thread, with nothing held. The device is waiting, so
it takes a few seconds at most; it does not raise."""


def nothing_to_catch_up(user: str) -> None:
    """Do nothing: nobody else changes the collection."""
