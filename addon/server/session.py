"""One sync session: everything between a client's `start` and its `finish`, one transaction."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field

from ..store.collection.collection import Collection, Stamps
from ..store.collection.merge_objects import Span
from ..store.collection.merge_rows import OutgoingRows


@dataclass
class Session:
    """The state a client's requests share; guarded by its user's lock."""

    key: str = field(repr=False)
    device: int
    client: str
    collection: Collection
    committed: Stamps  # as everyone else sees the collection until `finish`
    span: Span
    client_is_newer: bool
    uses_server_usns: bool = False
    """Whether the client counts by the desktop's server (first_contact.py)."""
    outgoing: OutgoingRows | None = None
    received: int = 0
    sent: int = 0
    reviews: int = 0  # of those received
    started: float = field(default_factory=time.monotonic)
    last_request: float = field(default_factory=time.monotonic)
    requests: int = 0  # under way
    over: threading.Event = field(default_factory=threading.Event, repr=False)

    def outgoing_rows(self) -> OutgoingRows:
        """The rows this client lacks, fixed when first asked for (rule 11)."""
        if self.outgoing is None:
            self.outgoing = OutgoingRows(self.collection.db, self.span)
        return self.outgoing

    def used_since(self, moment: float) -> bool:
        """Whether a request is under way or came after `moment` (monotonic s)."""
        return self.requests > 0 or self.last_request > moment

    def end(self) -> None:
        """Roll back what was not committed; its user's collection must be held."""
        if not self.over.is_set():
            try:
                self.collection.close()
            finally:
                self.over.set()
