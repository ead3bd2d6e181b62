"""How much one request may bring, and how long it may wait."""

from __future__ import annotations

from dataclasses import dataclass

from ..store.validate.travel import StepLimits
from .accounts.guessing import FREE

KIB = 1024
MIB = 1024 * KIB


@dataclass(frozen=True)
class Bound:
    """What the JSON of one method may hold."""

    size: int  # bytes
    values: int  # including the keys of objects


# From anyone: a user name and a password are some 100 bytes.
_LOGIN = Bound(16 * KIB, 1000)
# A few numbers, a sentence, the names of 25 files.
_SMALL = Bound(128 * KIB, 128 * KIB)
# At most 250 rows of up to 18 values each.
_CHUNK_VALUES = 50_000
# All note types, decks and tags at once, and from old clients all deletions: tens of thousands of
# decks have a million values.
_CHANGES_VALUES = 4_000_000


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes after decompression, times in seconds."""

    # What one step of a normal sync may hold: 250 notes, or all note types and decks at once.
    # Anki's own server allows as much for everything. A collection whose objects would not fit is
    # not accepted (store/validate/travel.py).
    json: int = 300 * MIB
    # `anki-original-size` is a u32 in the client, so a larger collection could never come back.
    collection: int = 4 * 1024 * MIB - 1
    # A zip holds at most 25 files of at most 100 MiB (the clients' own limits); they stop adding
    # at 2.5 MiB, so a real one holds one large file plus a little.
    media_zip: int = 256 * MIB
    # Memory for the JSON of all requests together; a single one may exceed it when it is alone.
    memory: int = 1024 * MIB
    # Wrong passwords in a row that cost nothing: see accounts/guessing.py.
    wrong_passwords: int = FREE
    # How much of the disk stays free, but a twentieth of it at most: see disk_reserve.py.
    reserve: int = 256 * MIB
    # How long to wait for a user's collection or media while another request holds it.
    lock: float = 25.0
    # A session without a request for this long is rolled back: its phone has vanished. Clients send
    # one request after another, so only their own work comes in between.
    idle_session: float = 600.0

    @property
    def step(self) -> StepLimits:
        """What has to fit into one step of a normal sync."""
        return StepLimits(self.json, _CHANGES_VALUES)

    def bound(self, method: str) -> Bound:
        """Return what the JSON of this method may hold."""
        if method == "hostKey":
            return _LOGIN
        if method == "applyChunk":
            return Bound(self.json, _CHUNK_VALUES)
        if method in ("start", "applyGraves", "applyChanges"):
            return Bound(self.json, _CHANGES_VALUES)
        return _SMALL
