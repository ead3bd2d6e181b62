"""How much one request may bring, and how long one may wait."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes after decompression, times in seconds."""

    # 250 notes, or all note types and decks at once; Anki's server allows 300 MB for everything.
    json: int = 200 * MIB
    # `anki-original-size` is a u32 in the client, so a larger collection could never come back.
    collection: int = 4 * 1024 * MIB - 1
    # A zip holds at most 25 files of at most 100 MiB (the clients' own limits); they stop adding
    # at 2.5 MiB, so one large file plus a little is all that a real one holds.
    media_zip: int = 256 * MIB
    # for a user's collection or media while another request has it
    lock: float = 25.0
