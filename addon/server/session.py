"""A sync session: one transaction, from a client's `start` to its `finish`."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from ..store.collection.change_log import ChangeLog
from ..store.collection.collection import Collection, CollectionStamps, RowCounts
from ..store.collection.merge_objects import Span
from ..store.collection.merge_rows import OutgoingRows


@dataclass
class Session:
    """The state that a client's requests share. Guarded by its user's lock."""

    key: str = field(repr=False)
    device: int
    client: str
    collection: Collection
    committed: CollectionStamps  # what everyone else sees until `finish`
    span: Span
    client_is_newer: bool
    uses_server_usns: bool = False
    """Whether the client's USNs are those of the desktop's server (first_contact.py)."""
    outgoing: OutgoingRows | None = None
    counted: tuple[int, RowCounts] | None = None  # with SQLite's count of changes at the time
    received: int = 0
    sent: int = 0
    reviews: int = 0  # of those received
    change_log: ChangeLog = field(default_factory=ChangeLog, repr=False)
    """What the client has changed here so far."""
    backup: str = ""
    """The name of a backup that was made before it deleted much."""
    started: float = field(default_factory=time.monotonic)
    last_request: float = field(default_factory=time.monotonic)
    requests: int = 0  # active ones
    over: bool = False

    def outgoing_rows(self) -> OutgoingRows:
        """Return the rows that this client lacks, fixed at the first call (rule 11)."""
        if self.outgoing is None:
            self.outgoing = OutgoingRows(self.collection.db, self.span)
        return self.outgoing

    def row_counts(self) -> RowCounts:
        """Count the rows, this session's included; once, as long as it changes nothing more."""
        changes = self.collection.db.total_changes
        if self.counted is None or self.counted[0] != changes:
            self.counted = changes, self.collection.row_counts()
        return self.counted[1]

    def used_since(self, moment: float) -> bool:
        """Return whether a request is active, or came after `moment` (monotonic s)."""
        return self.requests > 0 or self.last_request > moment

    def end(self) -> None:
        """Roll back what was not committed. The caller holds the user's collection."""
        if not self.over:
            try:
                self.collection.close()
            finally:
                self.over = True
