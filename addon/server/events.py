"""What happened on the server, for whoever wants to show it. The server knows nobody who listens.

Listeners are called in the thread of the request: they must be quick and must not raise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Event:
    """Something a user's device did; `client` is what the device calls itself."""

    user: str
    client: str


@dataclass(frozen=True)
class SignedIn(Event):
    """A device got a host key for the right name and password."""


@dataclass(frozen=True)
class SignInRefused(Event):
    """Wrong name or password; `user` is what was typed."""


@dataclass(frozen=True)
class SyncFinished(Event):
    """A normal sync was committed."""

    received: int  # objects, review log entries and deletions taken in
    sent: int
    seconds: float


@dataclass(frozen=True)
class CollectionUploaded(Event):
    """A whole collection replaced the stored one."""

    size: int  # bytes


@dataclass(frozen=True)
class CollectionDownloaded(Event):
    """A whole collection was handed out."""

    size: int  # bytes


@dataclass(frozen=True)
class MediaReceived(Event):
    """Media files were added, replaced or deleted."""

    files: int


@dataclass(frozen=True)
class MediaSent(Event):
    """Media files were handed out."""

    files: int


Listener = Callable[[Event], None]


def nobody(event: Event) -> None:
    """The listener where nobody listens."""
